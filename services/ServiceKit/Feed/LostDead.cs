using Grpc.Core;
using Npgsql;
using Technopark.Feed.V1;
using Technopark.ServiceKit.Messaging;

namespace Technopark.ServiceKit.Feed;

/// <summary>
/// Dead messages that are in no queue any more, because the broker lost it. The inbox remembers that they died, so that
/// the reconciler has gone on: they are read from the logs of their sources once more.
/// </summary>
internal sealed partial class LostDead(
    Reconciler reconciler, MissedEvents missed, ServiceChannels centres, NpgsqlDataSource database, CentreInfo centre,
    TimeProvider clock, ILogger<LostDead> log)
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(10);

    // What had its effects after it died is not lost.
    private const string DeadSql = """
        select message_id from inbox dead where endpoint = $1 and message_id <> all($2) and not exists (
            select from inbox had where had.message_id = dead.message_id and had.endpoint <> $1
                and had.received_at >= dead.received_at)
        """;

    /// <summary>Returns when each has its effects, or is among the dead again.</summary>
    /// <param name="inQueue">Those that are not lost.</param>
    /// <returns>How many were found.</returns>
    public async Task<int> RedriveAsync(IEnumerable<Guid> inQueue, CancellationToken ct)
    {
        var lost = await FindAsync(inQueue, ct);
        var found = 0;
        foreach (var source in reconciler.Sources.TakeWhile(_ => lost.Count > 0))
        {
            try
            {
                found += await ReadAsync(source, lost, ct);
            }
            catch (RpcException e) when (!ct.IsCancellationRequested)
            {
                LogAway(log, source.Key, e.Status.Detail);
            }
        }

        return found;
    }

    private async Task<int> ReadAsync(
        IGrouping<string, Subscription> source, HashSet<Guid> lost, CancellationToken ct)
    {
        var handlers = source.ToLookup(one => one.Type, one => one.Handler);
        using var call = new EventFeed.EventFeedClient(centres.To(source.Key)).Read(
            new ReadRequest { Types_ = { handlers.Select(type => type.Key) } },
            deadline: (clock.GetUtcNow() + Deadline).UtcDateTime, cancellationToken: ct);
        var again = new List<Task>();
        while (lost.Count > 0 && await call.ResponseStream.MoveNext(ct))
        {
            var message = call.ResponseStream.Current;
            if (lost.Remove(Guid.Parse(message.Id)))
            {
                again.Add(missed.TakeInAsync(message, new MissedBy([.. handlers[message.Type]]), ct));
            }
        }

        await Task.WhenAll(again);
        return again.Count;
    }

    private async Task<HashSet<Guid>> FindAsync(IEnumerable<Guid> inQueue, CancellationToken ct)
    {
        await using var find = database.CreateCommand(DeadSql).With(centre.DeadQueue, inQueue.ToArray());
        await using var reader = await find.ExecuteReaderAsync(ct);
        var found = new HashSet<Guid>();
        while (await reader.ReadAsync(ct))
        {
            found.Add(reader.GetGuid(0));
        }

        return found;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Lost dead messages of {Source} are not read again: {Reason}")]
    private static partial void LogAway(ILogger logger, string source, string reason);
}
