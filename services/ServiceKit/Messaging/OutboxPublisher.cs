using System.Diagnostics;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Technopark.ServiceKit.Messaging;

/// <summary>
/// Publishes the outbox: one publisher per database, woken by each commit, in batches whose confirms are awaited
/// together. A broker that is away costs time only; a row that it refuses backs off, and is set aside as failed in the
/// end.
/// </summary>
internal sealed partial class OutboxPublisher(
    OutboxTable outbox, RabbitMqPublisher broker, OutboxSignal signal, NpgsqlDataSource database,
    [FromKeyedServices(CentreDb.Unpooled)] NpgsqlDataSource unpooled,
    IOptions<OutboxOptions> options, ILogger<OutboxPublisher> log) : BackgroundService
{
    private static readonly TimeSpan Fallback = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Next;
            try
            {
                await using var lease = await OutboxLease.TryTakeAsync(unpooled, signal, stoppingToken);
                if (lease is not null)
                {
                    await PublishWhileHeldAsync(lease.Lost);
                }

                await OutboxSignal.WaitAsync(next, Fallback, stoppingToken);
                if (next.IsCompleted)
                {
                    await OutboxLease.WakeHolderAsync(database, stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogInterrupted(log, e.Message);
                await Task.Delay(Fallback, stoppingToken);
            }
        }
    }

    private async Task PublishWhileHeldAsync(CancellationToken lost)
    {
        LogHolding(log);
        while (!lost.IsCancellationRequested)
        {
            var next = signal.Next;
            var batch = await outbox.ReadUnsentAsync(lost);
            if (batch.Count > 0)
            {
                await PublishAsync(batch, lost);
            }

            if (batch.Count < OutboxTable.BatchSize)
            {
                await OutboxSignal.WaitAsync(next, Fallback, lost);
            }
        }
    }

    private async Task PublishAsync(List<EventRecord> batch, CancellationToken ct)
    {
        var foreign = await ForeignAsync(batch.Select(envelope => envelope.Type).Distinct(), ct);
        var outcomes = await Task.WhenAll(batch.Select(envelope => foreign.TryGetValue(envelope.Type, out var refusal)
            ? Task.FromResult((envelope.Id, Failure: (Exception?)refusal)) : TryPublishAsync(envelope, ct)));
        var sent = outcomes.Where(outcome => outcome.Failure is null).Select(outcome => outcome.Id).ToArray();
        if (sent.Length > 0)
        {
            await outbox.MarkSentAsync(sent, ct);
            MessagingMetrics.Sent.Add(sent.Length);
        }

        foreach (
            var (id, failure) in outcomes.Where(outcome => outcome.Failure is PublishException or NotOursException))
        {
            var failed = await outbox.MarkFailedAsync(id, failure!.Message, options.Value.Attempts, ct);
            LogRefused(log, id, failure.Message, failed);
        }

        // Not the row's fault: it keeps all its attempts and goes out when the broker is back.
        if (outcomes.Select(outcome => outcome.Failure)
            .FirstOrDefault(failure => failure is not (null or PublishException or NotOursException)) is { } away)
        {
            throw away;
        }
    }

    /// <summary>Types that this service may not publish: one attempt would close the channel under all.</summary>
    private async Task<Dictionary<string, NotOursException>> ForeignAsync(IEnumerable<string> types,
        CancellationToken ct)
    {
        var foreign = new Dictionary<string, NotOursException>();
        foreach (var type in types)
        {
            try
            {
                await broker.DeclareExchangeAsync(type, ct);
            }
            catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == Constants.AccessRefused)
            {
                foreign[type] = new NotOursException(e.ShutdownReason.ReplyText);
            }
        }

        return foreign;
    }

    private async Task<(Guid Id, Exception? Failure)> TryPublishAsync(EventRecord envelope, CancellationToken ct)
    {
        using var activity = MessagingMetrics.StartPublish(envelope);
        try
        {
            var channel = await broker.OpenAsync(ct);
            var traced = activity?.Id is { } id ? envelope with { Traceparent = id } : envelope;
            await channel.BasicPublishAsync(envelope.Type, routingKey: "", mandatory: false,
                MessageEnvelope.PropertiesOf(traced), envelope.Data, ct)
                .AsTask().WaitAsync(options.Value.ConfirmTimeout, ct);
            return (envelope.Id, null);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            activity?.SetStatus(ActivityStatusCode.Error, e.Message);
            return (envelope.Id, e);
        }
    }

    private sealed class NotOursException(string refusal) : Exception(refusal);

    [LoggerMessage(Level = LogLevel.Information, Message = "This process publishes the outbox")]
    private static partial void LogHolding(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Publishing interrupted, goes on by itself: {Reason}")]
    private static partial void LogInterrupted(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "The broker refused event {Id}: {Reason}; set aside as failed: {Failed}")]
    private static partial void LogRefused(ILogger logger, Guid id, string reason, bool failed);
}
