using Npgsql;

namespace Technopark.ServiceKit.Messaging;

/// <summary>
/// The publisher's view of the log. Whoever holds the lease, and nobody else, moves rows of the outbox into the log and
/// numbers them: what is committed late gets a later number, so that nothing ever appears behind a reader.
/// </summary>
internal sealed class EventLog(NpgsqlDataSource database)
{
    /// <summary>Events that are moved in one transaction; a constant text cannot be made of it below.</summary>
    public const int MovedTogether = 500;

    /// <summary>A page of the log after a sequence.</summary>
    public const string AfterSql =
        $"select sequence, {Columns} from event_log where sequence > $1 order by sequence limit 500";

    private const string Columns = EventRecord.Columns;

    // A database with another life than the log remembers was restored: what it forgot and others know must not be
    // taken for what comes now, under the same numbers.
    private const string BeginLifeSql = $"""
        with other as (
            select epoch, sequence, life from publisher where fence = $1 and life is distinct from {EventLogSql.Life}
            for update),
        past as (
            insert into past_epoch (epoch, sequence, ended_at)
            select epoch, sequence, now() from other where life is not null)
        update publisher set life = {EventLogSql.Life},
            epoch = case when other.life is null then publisher.epoch else gen_random_uuid() end
        from other where fence = $1
        returning other.life is not null, publisher.sequence
        """;

    private const string HoldSql = "select from publisher where fence = $1 for no key update";

    private const string MoveSql = $"""
        with moved as (
            delete from outbox where position in (select position from outbox order by position limit 500)
                and exists (select from publisher where fence = $1)
            returning position, {Columns}),
        logged as (
            insert into event_log (sequence, {Columns})
            select (select sequence from publisher) + row_number() over (order by position), {Columns} from moved
            returning sequence, {Columns})
        select * from logged order by sequence
        """;

    private const string NumberSql = """
        update publisher set sequence = given.last from (select max(sequence) as last from event_log) as given
        where fence = $1 and given.last > sequence
        """;

    private const string RefusedSql = $"""
        select sequence, {Columns} from event_failure join event_log using (sequence)
        where failed_at is null and next_attempt_at <= now()
        order by sequence limit 100
        """;

    private const string ChargeSql = """
        insert into event_failure as failure (sequence, attempts, last_error, next_attempt_at, failed_at)
        values ($1, 1, $2, now() + interval '1 second', case when $3 <= 1 then now() end)
        on conflict (sequence) do update
        set attempts = failure.attempts + 1, last_error = excluded.last_error,
            next_attempt_at = now() + make_interval(secs => least(300, power(2, failure.attempts))),
            failed_at = case when failure.attempts + 1 >= $3 then now() end
        returning failed_at is not null
        """;

    private long _lastPartition;

    /// <summary>Begins a new life of the log where its database was restored.</summary>
    /// <returns>The last sequence that it has in common with the life before; null where it goes on.</returns>
    public async Task<long?> BeginLifeAsync(long fence, CancellationToken ct)
    {
        await using var begin = database.CreateCommand(BeginLifeSql).With(fence);
        await using var reader = await begin.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) && reader.GetBoolean(0) ? reader.GetInt64(1) : null;
    }

    /// <summary>Moves what waits in the outbox into the log, in one transaction, no more than may be at once.</summary>
    /// <returns>What was moved, in its order.</returns>
    /// <exception cref="LeaseLostException">Another process publishes now; nothing was changed.</exception>
    public async Task<IReadOnlyList<EventRecord>> MoveAsync(long fence, CancellationToken ct)
    {
        List<EventRecord> moved;
        await using (var batch =
            database.CreateBatch().Add(HoldSql, fence).Add(MoveSql, fence).Add(NumberSql, fence))
        await using (var reader = await batch.ExecuteReaderAsync(ct))
        {
            if (!await reader.ReadAsync(ct))
            {
                throw new LeaseLostException();
            }

            await reader.NextResultAsync(ct);
            moved = await EventsAsync(reader, ct);
            // The transaction ends with the last statement.
            await reader.NextResultAsync(ct);
        }

        await (moved is [.., { Sequence: { } last }] ? MakeRoomAsync(last, ct) : Task.CompletedTask);
        return moved;
    }

    /// <summary>What comes after a sequence, no more than may be moved at once.</summary>
    public Task<List<EventRecord>> ReadAsync(long after, CancellationToken ct) =>
        EventsOfAsync(database.CreateCommand(AfterSql).With(after), ct);

    /// <summary>Events that the broker refused and that are due for another try.</summary>
    public Task<List<EventRecord>> RefusedAsync(CancellationToken ct) =>
        EventsOfAsync(database.CreateCommand(RefusedSql), ct);

    /// <summary>Makes sure of a partition for this sequence and of the next one, half a partition ahead.</summary>
    public async Task MakeRoomAsync(long sequence, CancellationToken ct)
    {
        const int size = EventLogSql.PartitionSize;
        for (var part = sequence / size; part <= (sequence + (size / 2)) / size; part++)
        {
            if (part > _lastPartition)
            {
                await using var create = database.CreateCommand(EventLogSql.Partition(part));
                await create.ExecuteNonQueryAsync(ct);
                _lastPartition = part;
            }
        }
    }

    /// <summary>Counts a refusal by the broker; true when it was the last try and the event is set aside.</summary>
    public async Task<bool> ChargeAsync(long sequence, string error, int attemptsAtMost, CancellationToken ct)
    {
        await using var charge = database.CreateCommand(ChargeSql);
        charge.With(sequence, error, attemptsAtMost);
        return (bool)(await charge.ExecuteScalarAsync(ct))!;
    }

    /// <summary>Forgets the refusals of events that were published after all.</summary>
    public async Task ClearAsync(long[] sequences, CancellationToken ct)
    {
        await using var clear = database.CreateCommand("delete from event_failure where sequence = any($1)");
        clear.With(sequences);
        await clear.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Gives events that were set aside all their tries again.</summary>
    public async Task<int> RetryFailedAsync(CancellationToken ct)
    {
        await using var retry = database.CreateCommand("""
            update event_failure set failed_at = null, next_attempt_at = now(), attempts = 0 where failed_at is not null
            """);
        return await retry.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Events not published, the age of the oldest in seconds, and those set aside.</summary>
    public async Task<(long Unsent, double LagSeconds, long Failed)> CountAsync(CancellationToken ct)
    {
        await using var count = database.CreateCommand("""
            with waiting as (
                select time from outbox
                union all select time from event_log where sequence > (select published from publisher)
                union all select time from event_failure join event_log using (sequence) where failed_at is null)
            select count(*), coalesce(extract(epoch from now() - min(time)), 0)::float8,
                (select count(*) from event_failure where failed_at is not null)
            from waiting
            """);
        await using var reader = await count.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.GetInt64(0), reader.GetDouble(1), reader.GetInt64(2));
    }

    private static async Task<List<EventRecord>> EventsOfAsync(NpgsqlCommand command, CancellationToken ct)
    {
        await using (command)
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            return await EventsAsync(reader, ct);
        }
    }

    private static async Task<List<EventRecord>> EventsAsync(NpgsqlDataReader reader, CancellationToken ct)
    {
        var events = new List<EventRecord>();
        while (await reader.ReadAsync(ct))
        {
            events.Add(EventRecord.Of(reader));
        }

        return events;
    }
}

/// <summary>Another process holds the lease.</summary>
internal sealed class LeaseLostException() : Exception("Another process publishes now.");
