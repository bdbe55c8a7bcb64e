using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Npgsql;
using Technopark.Feed.V1;
using Technopark.ServiceKit.Messaging;

namespace Technopark.ServiceKit.Feed;

/// <summary>A page of the log.</summary>
/// <param name="Position">How far the log is read: beyond the last event where the rest was of other types.</param>
/// <param name="IsLast">There was no more.</param>
internal sealed record FeedPage(IReadOnlyList<FeedEvent> Events, FeedPosition Position, bool IsLast);

/// <summary>Reads the event log page by page; between two pages no connection is held.</summary>
internal sealed class FeedReader(NpgsqlDataSource database)
{
    public const int PageSize = 500;

    private const string HeadSql = $"select epoch, sequence, coalesce(life = {EventLogSql.Life}, true) from publisher";

    // Whatever came after the first end of that life or of a later one is not in this log.
    private const string CommonSql = """
        select min(later.sequence) from past_epoch mine join past_epoch later on later.ended_at >= mine.ended_at
        where mine.epoch = $1
        """;

    /// <summary>For the rest of its transaction: a page is walked to, not sorted out of all behind it.</summary>
    public const string WalkSql = "select set_config('enable_bitmapscan', 'off', true)";

    // One walk down the index for each type: a rare one among many is found without reading the others.
    public const string FilteredSql = $"""
        select found.* from unnest($2) wanted cross join lateral (
            select sequence, {EventRecord.Columns} from event_log where type = wanted and sequence > $1
            order by sequence limit 500) found
        order by sequence limit 500
        """;

    public async Task<FeedPosition> HeadAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(HeadSql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return HeadOf(reader);
    }

    /// <summary>Where a reader goes on; one of a life before, if it knows nothing that this log forgot.</summary>
    /// <param name="cursor">Empty: at the beginning.</param>
    /// <exception cref="ProblemException">No cursor.</exception>
    /// <exception cref="RpcException">
    /// The reader knows more than this log: FAILED_PRECONDITION, otherEpoch, with the last cursor that both agree on.
    /// </exception>
    public async Task<FeedPosition> PositionAsync(string cursor, FeedPosition head, CancellationToken ct)
    {
        var kept = cursor.Length == 0 ? new FeedPosition(head.Epoch, 0) : FeedPosition.Parse(cursor);
        if (kept.Epoch == head.Epoch)
        {
            // One that lies ahead was given by a log that is no more, whatever its files say.
            return kept.Sequence <= head.Sequence ? kept : throw OtherEpoch("");
        }

        await using var command = database.CreateCommand(CommonSql).With(kept.Epoch);
        var common = await command.ExecuteScalarAsync(ct) as long?;
        return kept.Sequence <= common
            ? kept with { Epoch = head.Epoch }
            : throw OtherEpoch(common is { } agreed ? new FeedPosition(head.Epoch, agreed).ToString() : "");
    }

    /// <param name="types">CloudEvents types; none means all.</param>
    public async Task<FeedPage> ReadAsync(FeedPosition after, string[] types, CancellationToken ct)
    {
        await using var batch = database.CreateBatch().Add(WalkSql).Add(HeadSql);
        _ = types is [] ? batch.Add(EventLog.AfterSql, after.Sequence) : batch.Add(FilteredSql, after.Sequence, types);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        await reader.ReadAsync(ct);
        var head = HeadOf(reader);
        if (head.Epoch != after.Epoch)
        {
            throw OtherEpoch("");
        }

        await reader.NextResultAsync(ct);
        var events = new List<FeedEvent>();
        var last = after.Sequence;
        while (await reader.ReadAsync(ct))
        {
            last = reader.GetInt64(0);
            events.Add(EventOf(EventRecord.Of(reader), head.Epoch));
        }

        var isLast = events.Count < PageSize;
        // All up to the head was there when the page was read.
        return new FeedPage(
            events, new(head.Epoch, isLast ? long.Max(last, long.Max(head.Sequence, after.Sequence)) : last), isLast);
    }

    private static FeedPosition HeadOf(NpgsqlDataReader row) => row.GetBoolean(2)
        ? new(row.GetGuid(0), row.GetInt64(1))
        : throw ProblemException.Unavailable("This log's database was restored: it is about to begin another life.");

    private static RpcException OtherEpoch(string agreed) => new(
        new Status(StatusCode.FailedPrecondition,
            "This cursor is of another life of the log: its database was restored since, and has forgotten what you "
            + $"know beyond '{agreed}'. Nothing goes on by itself; docs/guides/backup.md says what to do."),
        new Metadata { { "problem-code", "otherEpoch" }, { "agrees-until", agreed } });

    private static FeedEvent EventOf(EventRecord record, Guid epoch) => new()
    {
        Cursor = new FeedPosition(epoch, record.Sequence!.Value).ToString(),
        Id = record.Id.ToString(),
        Type = record.Type,
        Subject = record.Subject,
        CompanyId = record.CompanyId ?? "",
        Time = Timestamp.FromDateTimeOffset(record.Time),
        CorrelationId = record.CorrelationId ?? "",
        CausationId = record.CausationId ?? "",
        Traceparent = record.Traceparent ?? "",
        Data = record.Data,
    };
}
