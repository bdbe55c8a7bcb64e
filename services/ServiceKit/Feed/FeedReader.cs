using System.Globalization;
using System.Runtime.CompilerServices;
using Google.Protobuf.WellKnownTypes;
using Npgsql;
using Technopark.Feed.V1;

namespace Technopark.ServiceKit.Feed;

/// <summary>
/// Reads the outbox as a log in the order (transaction, position), up to the oldest transaction still open: a row
/// committed later than its position suggests is never jumped over.
/// </summary>
internal sealed class FeedReader(NpgsqlDataSource database)
{
    private const string Sql = """
        select transaction::text::bigint, position, id, type, subject, company_id, time, correlation_id, causation_id,
               traceparent, data
        from outbox
        where (transaction, position) > ($1::text::xid8, $2)
          and transaction < pg_snapshot_xmin(pg_current_snapshot())
          and (cardinality($3) = 0 or type = any($3))
        order by transaction, position
        limit 500
        """;

    public async IAsyncEnumerable<FeedEvent> ReadAsync(
        string after, string[] types, [EnumeratorCancellation] CancellationToken ct)
    {
        while (true)
        {
            var (transaction, position) = Parse(after);
            var found = 0;
            await using var command = database.CreateCommand(Sql);
            command.Parameters.Add(new() { Value = transaction.ToString(CultureInfo.InvariantCulture) });
            command.Parameters.Add(new() { Value = position });
            command.Parameters.Add(new() { Value = types });
            await using (var reader = await command.ExecuteReaderAsync(ct))
            {
                while (await reader.ReadAsync(ct))
                {
                    found++;
                    var next = EventOf(reader);
                    after = next.Cursor;
                    yield return next;
                }
            }

            if (found == 0)
            {
                yield break;
            }
        }
    }

    /// <summary>A mark above every transaction that writes: a snapshot's upper end is only above ended ones.</summary>
    public async Task<ulong> HeadAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select pg_current_xact_id()::text::bigint");
        return (ulong)(long)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>True when every transaction below the mark has ended.</summary>
    public async Task<bool> IsSettledAsync(ulong head, CancellationToken ct)
    {
        await using var command =
            database.CreateCommand("select pg_snapshot_xmin(pg_current_snapshot()) >= $1::text::xid8");
        command.Parameters.Add(new() { Value = head.ToString(CultureInfo.InvariantCulture) });
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private static FeedEvent EventOf(NpgsqlDataReader reader) => new()
    {
        Cursor = string.Create(CultureInfo.InvariantCulture, $"{reader.GetInt64(0)}.{reader.GetInt64(1)}"),
        Id = reader.GetGuid(2).ToString(),
        Type = reader.GetString(3),
        Subject = reader.GetGuid(4).ToString(),
        CompanyId = IdAt(reader, 5),
        Time = Timestamp.FromDateTimeOffset(reader.GetFieldValue<DateTimeOffset>(6)),
        CorrelationId = IdAt(reader, 7),
        CausationId = IdAt(reader, 8),
        Traceparent = reader.IsDBNull(9) ? "" : reader.GetString(9),
        Data = reader.GetString(10),
    };

    private static string IdAt(NpgsqlDataReader reader, int ordinal) => reader.IsDBNull(ordinal)
        ? "" : reader.GetGuid(ordinal).ToString();

    private static (ulong Transaction, long Position) Parse(string cursor)
    {
        if (cursor.Length == 0)
        {
            return (0, -1);
        }

        var dot = cursor.IndexOf('.', StringComparison.Ordinal);
        return dot > 0
            && ulong.TryParse(
                cursor.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var transaction)
            && long.TryParse(cursor.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? (transaction, position)
            : throw new ProblemException(
                ProblemKind.Invalid, "invalidCursor", "A cursor is the 'cursor' of an event of this feed, or empty.");
    }
}
