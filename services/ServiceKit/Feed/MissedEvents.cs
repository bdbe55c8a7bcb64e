using Technopark.Feed.V1;
using Technopark.ServiceKit.Messaging;

namespace Technopark.ServiceKit.Feed;

/// <summary>Takes events of a feed in for those handlers that have not had them.</summary>
internal sealed class MissedEvents(HandlerCursors cursors, FeedTries tries, InboxDispatcher inbox, DeadLetters dead)
    : IDisposable
{
    /// <summary>For all sources together: the one that ends the process must be the only one that is counted.</summary>
    private readonly SemaphoreSlim _alone = new(1, 1);

    /// <summary>Returns when each has its effects, or is among the dead.</summary>
    /// <returns>How many were missing.</returns>
    public async Task<int> TakeInAsync(IReadOnlyList<FeedEvent> page, Progress group, CancellationToken ct)
    {
        var handlers = group.Subscriptions.ToLookup(one => one.Type, one => one.Handler);
        var told = page.Where(message => message.Time.ToDateTimeOffset() >= group.KnownBefore)
            .SelectMany(message => handlers[message.Type].Select(handler => (Guid.Parse(message.Id), handler)))
            .ToArray();
        if (told is [])
        {
            return 0;
        }

        var missed = await cursors.MissedAsync(told, ct);
        if (missed.Count == 0)
        {
            return 0;
        }

        var events = page.Where(message => missed.Contains(Guid.Parse(message.Id))).Select(RecordOf).ToArray();
        var suspects = await tries.BeginAsync(events.Select(message => message.Id), ct);
        foreach (var message in events.Where(message => suspects.Contains(message.Id)))
        {
            await TakeInAloneAsync(message, new MissedBy([.. missed[message.Id]]), ct);
        }

        await Task.WhenAll(events.Where(message => !suspects.Contains(message.Id))
            .Select(message => TakeInAsync(message, new MissedBy([.. missed[message.Id]]), ct)));
        await tries.EndAsync(told.Select(pair => pair.Item1), ct);
        MessagingMetrics.Reconciled.Add(missed.Count);
        return missed.Count;
    }

    /// <inheritdoc cref="TakeInAsync(IReadOnlyList{FeedEvent}, Progress, CancellationToken)"/>
    public Task TakeInAsync(FeedEvent message, MissedBy missed, CancellationToken ct) =>
        TakeInAsync(RecordOf(message), missed, ct);

    public void Dispose() => _alone.Dispose();

    private async Task TakeInAloneAsync(EventRecord message, MissedBy missed, CancellationToken ct)
    {
        await _alone.WaitAsync(ct);
        try
        {
            if (await tries.BeginAgainAsync(message.Id, ct))
            {
                await TakeInAsync(message, missed, ct);
            }
            else
            {
                await dead.PutAsync(message, new InvalidOperationException(
                    $"None of {FeedTries.AtMost} tries came to an end: each time the process ended first."), ct);
            }
        }
        finally
        {
            _alone.Release();
        }
    }

    private async Task TakeInAsync(EventRecord message, MissedBy missed, CancellationToken ct)
    {
        try
        {
            await inbox.DispatchAsync(message, missed, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException && !DatabaseProblems.IsAway(e))
        {
            // It may have to wait for the broker, and is none that ends the process.
            await tries.EndAsync([message.Id], ct);
            await dead.PutAsync(message, e, ct);
        }
    }

    private static EventRecord RecordOf(FeedEvent message) => new(
        Guid.Parse(message.Id), message.Type, message.Subject, message.CompanyId, message.Time.ToDateTimeOffset(),
        message.CorrelationId, message.CausationId, message.Traceparent, Sequence: null,
        message.Data);
}
