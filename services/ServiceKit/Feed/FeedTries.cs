using Npgsql;

namespace Technopark.ServiceKit.Feed;

/// <summary>
/// How often an event of a feed was begun to be taken in, written down before each try: of one that ends the process
/// nothing else is left, and it would be tried at each start for ever. The broker counts so for its queues.
/// </summary>
internal sealed class FeedTries(NpgsqlDataSource database)
{
    public const int AtMost = 5;

    public const string Install =
        "create table if not exists feed_try (message_id uuid primary key, tries int not null default 1)";

    /// <summary>Counts the first try of each.</summary>
    /// <returns>The others: a process has ended while it tried them.</returns>
    public async Task<HashSet<Guid>> BeginAsync(IEnumerable<Guid> ids, CancellationToken ct)
    {
        var suspects = ids.ToHashSet();
        await using var begin = database.CreateCommand("""
            insert into feed_try (message_id) select unnest($1) on conflict do nothing returning message_id
            """).With(suspects.ToArray());
        await using var reader = await begin.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            suspects.Remove(reader.GetGuid(0));
        }

        return suspects;
    }

    /// <summary>Counts one more try.</summary>
    /// <returns>False: it has had them all.</returns>
    public async Task<bool> BeginAgainAsync(Guid id, CancellationToken ct)
    {
        await using var begin = database.CreateCommand(
            "update feed_try set tries = tries + 1 where message_id = $1 and tries < $2").With(id, AtMost);
        return await begin.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>The process has lived through them.</summary>
    public async Task EndAsync(IEnumerable<Guid> ids, CancellationToken ct)
    {
        await using var end = database.CreateCommand("delete from feed_try where message_id = any($1)")
            .With(ids.ToArray());
        await end.ExecuteNonQueryAsync(ct);
    }
}
