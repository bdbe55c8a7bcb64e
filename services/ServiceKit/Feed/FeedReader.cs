using Google.Protobuf.WellKnownTypes;
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

    private const string HeadSql = "select epoch, sequence from publisher";

    public const string AllSql =
        $"select sequence, {EventRecord.Columns} from event_log where sequence > $1 order by sequence limit 500";

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

    /// <param name="types">CloudEvents types; none means all.</param>
    public async Task<FeedPage> ReadAsync(FeedPosition after, string[] types, CancellationToken ct)
    {
        await using var batch = database.CreateBatch().Add(HeadSql);
        _ = types is [] ? batch.Add(AllSql, after.Sequence) : batch.Add(FilteredSql, after.Sequence, types);
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var head = HeadOf(reader);
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

    private static FeedPosition HeadOf(NpgsqlDataReader row) => new(row.GetGuid(0), row.GetInt64(1));

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
        Data = System.Text.Encoding.UTF8.GetString(record.Data.Span),
    };
}
