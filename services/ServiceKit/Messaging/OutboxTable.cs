using System.Text;
using Npgsql;

namespace Technopark.ServiceKit.Messaging;

/// <summary>The publisher's view of the outbox: one round trip to read a batch, one to mark it.</summary>
internal sealed class OutboxTable(NpgsqlDataSource database)
{
    public const int BatchSize = 500;

    private const string ReadSql = """
        select id, type, subject, company_id, time, correlation_id, causation_id, traceparent, position, data
        from outbox
        where sent_at is null and failed_at is null and (next_attempt_at is null or next_attempt_at <= now())
        order by position
        limit 500
        """;

    private const string FailSql = """
        update outbox
        set attempts = attempts + 1,
            last_error = $2,
            next_attempt_at = now() + make_interval(secs => least(300, power(2, attempts))),
            failed_at = case when attempts + 1 >= $3 then now() end
        where id = $1
        returning failed_at is not null
        """;

    public async Task<List<EventRecord>> ReadUnsentAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(ReadSql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var batch = new List<EventRecord>();
        while (await reader.ReadAsync(ct))
        {
            batch.Add(new EventRecord(
                reader.GetGuid(0), reader.GetString(1), reader.GetGuid(2).ToString(), TextOf(reader, 3),
                reader.GetFieldValue<DateTimeOffset>(4), TextOf(reader, 5), TextOf(reader, 6),
                await reader.IsDBNullAsync(7, ct) ? null : reader.GetString(7),
                reader.GetInt64(8).ToString("D20", null), Encoding.UTF8.GetBytes(reader.GetString(9))));
        }

        return batch;
    }

    public async Task MarkSentAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        await using var command =
            database.CreateCommand("update outbox set sent_at = now(), last_error = null where id = any($1)");
        command.Parameters.Add(new() { Value = ids.ToArray() });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Backs a row off; true when this was its last attempt and it is set aside as failed now.</summary>
    public async Task<bool> MarkFailedAsync(Guid id, string error, int attemptsAtMost, CancellationToken ct)
    {
        await using var command = database.CreateCommand(FailSql);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = error });
        command.Parameters.Add(new() { Value = attemptsAtMost });
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Gives failed rows all their attempts again.</summary>
    public async Task<int> RetryFailedAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            "update outbox set failed_at = null, next_attempt_at = null, attempts = 0 where failed_at is not null");
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Unsent rows, the age of the oldest in seconds, and failed rows.</summary>
    public async Task<(long Unsent, double LagSeconds, long Failed)> CountAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            select count(*), coalesce(extract(epoch from now() - min(time)), 0)::float8,
                   (select count(*) from outbox where failed_at is not null)
            from outbox where sent_at is null and failed_at is null
            """);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetInt64(0), reader.GetDouble(1), reader.GetInt64(2));
    }

    private static string? TextOf(NpgsqlDataReader reader, int ordinal) =>
        reader.IsDBNull(ordinal) ? null : reader.GetGuid(ordinal).ToString();
}
