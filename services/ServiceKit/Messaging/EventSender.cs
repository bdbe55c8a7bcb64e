using System.Diagnostics;
using RabbitMQ.Client.Exceptions;

namespace Technopark.ServiceKit.Messaging;

/// <summary>An event that the broker did not take, and why.</summary>
internal sealed record RefusedEvent(EventRecord Event, string Reason);

/// <summary>Sends events to the broker, many at a time, and tells a refused one from a broker that is away.</summary>
internal sealed class EventSender(RabbitMqPublisher broker, IOptions<OutboxOptions> options)
{
    /// <summary>Returns when each is confirmed or refused.</summary>
    /// <exception cref="Exception">The broker is away: no event's fault; all may be sent again.</exception>
    public async Task<IReadOnlyList<RefusedEvent>> SendAsync(IReadOnlyList<EventRecord> events, CancellationToken ct)
    {
        var tries = await TryAllAsync(events, ct);
        var refusals = tries.Where(tried => IsRefusal(tried.Failure)).Select(Refused).ToList();
        var open = tries.Where(tried => tried.Failure is not null && !IsRefusal(tried.Failure)).ToArray();
        if (open is [])
        {
            return refusals;
        }

        await ThrowIfAwayAsync(open[0].Failure!);
        // One of them closed the channel under all: each goes alone, so that it is found and pays for itself alone.
        foreach (var (one, _) in open)
        {
            var tried = await TryAsync(one, ct);
            if (tried.Failure is not null)
            {
                if (!IsRefusal(tried.Failure))
                {
                    await ThrowIfAwayAsync(tried.Failure);
                }

                refusals.Add(Refused(tried));
            }
        }

        return refusals;
    }

    private async Task<(EventRecord Event, Exception? Failure)[]> TryAllAsync(
        IReadOnlyList<EventRecord> events, CancellationToken ct)
    {
        try
        {
            await DeclareAsync(events.Select(one => one.Type).Distinct(), ct);
            return await Task.WhenAll(events.Select(one => TryAsync(one, ct)));
        }
        catch (OperationCanceledException)
        {
            await broker.CloseAsync();
            throw;
        }
    }

    private static RefusedEvent Refused((EventRecord Event, Exception? Failure) tried) =>
        new(tried.Event, tried.Failure!.Message);

    private static bool IsRefusal(Exception? failure) => failure is PublishException or ForeignEventException;

    /// <summary>Where only the channel was closed, the broker is there and what was sent is to blame.</summary>
    private async Task ThrowIfAwayAsync(Exception failure)
    {
        if (failure is OperationInterruptedException && broker.IsConnected)
        {
            return;
        }

        // What was sent and not confirmed must not come late, beside its repetition.
        await broker.CloseAsync();
        throw new InvalidOperationException(failure.Message, failure);
    }

    private async Task<(EventRecord Event, Exception? Failure)> TryAsync(EventRecord one, CancellationToken ct)
    {
        using var activity = MessagingMetrics.StartPublish(one);
        try
        {
            await DeclareAsync(one.Type, ct);
            var channel = await broker.OpenAsync(ct);
            var traced = activity?.Id is { } id ? one with { Traceparent = id } : one;
            var properties = MessageEnvelope.PropertiesOf(traced);
            await ConfirmedAsync(channel.BasicPublishAsync(
                one.Type, routingKey: "", mandatory: false, properties, one.Body(), ct).AsTask());
            MessagingMetrics.Sent.Add(1);
            return (one, null);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            activity?.SetStatus(ActivityStatusCode.Error, e.Message);
            return (one, e);
        }
    }

    /// <summary>Once for all events of a type: each declaration takes a channel of its own.</summary>
    private async Task DeclareAsync(IEnumerable<string> types, CancellationToken ct)
    {
        foreach (var type in types)
        {
            try
            {
                await DeclareAsync(type, ct);
            }
            catch (Exception) when (!ct.IsCancellationRequested)
            {
                // Each event of this type tells it of itself.
            }
        }
    }

    private async Task DeclareAsync(string type, CancellationToken ct)
    {
        try
        {
            await broker.DeclareExchangeAsync(type, ct);
        }
        catch (OperationInterruptedException e)
            when (e.ShutdownReason?.ReplyCode == RabbitMQ.Client.Constants.AccessRefused)
        {
            throw new ForeignEventException(e.ShutdownReason.ReplyText);
        }
    }

    /// <summary>A broker that blocks publishing answers when it has room again: so long nothing is late.</summary>
    private async Task ConfirmedAsync(Task publishing)
    {
        while (true)
        {
            try
            {
                await publishing.WaitAsync(options.Value.ConfirmTimeout, TimeProvider.System);
                return;
            }
            catch (TimeoutException) when (broker.IsBlocked)
            {
            }
        }
    }

    /// <summary>Only another service may publish this type.</summary>
    private sealed class ForeignEventException(string refusal) : Exception(refusal);
}
