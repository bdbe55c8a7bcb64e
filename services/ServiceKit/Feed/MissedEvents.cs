using System.Text;
using Technopark.Feed.V1;
using Technopark.ServiceKit.Messaging;

namespace Technopark.ServiceKit.Feed;

/// <summary>Takes events of a feed in for those handlers that have not had them.</summary>
internal sealed class MissedEvents(HandlerCursors cursors, InboxDispatcher inbox, DeadLetters dead)
{
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
        await Task.WhenAll(page.Where(message => missed.Contains(Guid.Parse(message.Id))).Select(RecordOf)
            .Select(message => TakeInAsync(message, new MissedBy([.. missed[message.Id]]), ct)));
        MessagingMetrics.Reconciled.Add(missed.Count);
        return missed.Count;
    }

    private async Task TakeInAsync(EventRecord message, MissedBy missed, CancellationToken ct)
    {
        try
        {
            await inbox.DispatchAsync(message, missed, ct);
        }
        catch (Exception e) when (e is not OperationCanceledException && !DatabaseProblems.IsAway(e))
        {
            await dead.PutAsync(message, e, ct);
        }
    }

    private static EventRecord RecordOf(FeedEvent message) => new(
        Guid.Parse(message.Id), message.Type, message.Subject, message.CompanyId, message.Time.ToDateTimeOffset(),
        message.CorrelationId, message.CausationId, message.Traceparent, Sequence: null,
        Encoding.UTF8.GetBytes(message.Data));
}
