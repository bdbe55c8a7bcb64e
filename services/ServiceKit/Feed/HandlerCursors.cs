using Npgsql;
using Technopark.ServiceKit.Messaging;

namespace Technopark.ServiceKit.Feed;

/// <summary>Handlers that have come equally far in the feed of one source.</summary>
/// <param name="Cursor">All up to here is in the inbox, or was before it began to remember; empty: nothing yet.</param>
/// <param name="KnownBefore">What is older was handled by a version that kept no cursor.</param>
/// <param name="CompleteUntil">What is older was read.</param>
/// <param name="AgreesUntil">Null, unless the source was restored and has forgotten what this centre knows.</param>
internal sealed record Progress(
    string Cursor, DateTimeOffset KnownBefore, DateTimeOffset CompleteUntil, string? AgreesUntil,
    IReadOnlyList<Subscription> Subscriptions);

/// <summary>How far each handler has come in the feed of each event type that it hears.</summary>
internal sealed class HandlerCursors(NpgsqlDataSource database, CentreInfo centre, TimeProvider clock)
{
    /// <summary>Makes what is missing; runs with each <c>--migrate</c>.</summary>
    public const string Install = """
        create table if not exists handler_cursor (
            handler text, type text, cursor text not null default '', upgraded boolean not null default false,
            known_before timestamptz not null default '-infinity',
            complete_until timestamptz not null default '-infinity', agrees_until text, primary key (handler, type)
        );
        create table if not exists reconciliation (
            source text primary key, holder text not null, expires_at timestamptz not null
        );
        """;

    /// <summary>A page takes less; who is frozen for longer has lost its turn.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(60);

    private readonly string _me =
        $"{Environment.MachineName}/{Environment.ProcessId}/{Guid.CreateVersion7(clock.GetUtcNow()):N}";

    private const string MissedSql = """
        select told.id, told.handler from unnest($1, $2) as told (id, handler)
        where not exists (select from inbox where message_id = told.id and endpoint in (told.handler, $4))
            and not exists (select from inbox join handler_cursor known on known.handler = told.handler and upgraded
                where message_id = told.id and endpoint = $3)
        """;

    private static readonly string Companies = SubscribedEvents.NameOf(typeof(CompanyReplicaHandler));
    private static readonly string People = SubscribedEvents.NameOf(typeof(PersonReplicaHandler));

    // What is a copy alone begins anew: by its versions it would take what is told now for older than what it knows.
    private static readonly string AcceptSql = $"""
        do $do$ declare copy record; begin
            for copy in select handler, forget from (values
                ('{Companies}', 'update company_replica set status_version = 0, '
                    'facts_version = 0, owners_version = 0, registered_on_version = 0'),
                ('{People}', 'update person_replica set version = 0')) as copies (handler, forget)
                where handler in (select handler from handler_cursor where agrees_until is not null)
            loop
                execute copy.forget;
                delete from inbox where endpoint = copy.handler;
                update handler_cursor
                set cursor = '', agrees_until = null, known_before = '-infinity', upgraded = false
                where handler = copy.handler;
            end loop;
        end $do$;
        update handler_cursor set cursor = agrees_until, agrees_until = null, known_before = case
            when agrees_until = '' then complete_until - interval '1 hour' else known_before end
        where agrees_until is not null
        """;

    /// <summary>
    /// Handlers that were there before there were cursors begin with what the inbox remembers, but for replicas: those
    /// keep more than before. Runs with <c>--migrate</c>, before the first message. What the version before kept stays:
    /// it may be started again.
    /// </summary>
    public async Task TakeOverAsync(IReadOnlyList<Subscription> all, TimeSpan remembered, CancellationToken ct)
    {
        var old = all.Where(one => !SubscribedEvents.IsReplica(one.Handler)).ToArray();
        await using var take = database.CreateCommand("""
            insert into handler_cursor (handler, type, upgraded, known_before)
            select handler, type, true, now() - $3 from unnest($1, $2) as told (handler, type)
            where type in (select type from feed_cursor) and not exists (select from handler_cursor)
            """).With(Handlers(old), Types(old), remembered - TimeSpan.FromHours(1));
        await take.ExecuteNonQueryAsync(ct);
    }

    /// <summary>A new handler begins at the beginning.</summary>
    public async Task BeginAsync(IReadOnlyList<Subscription> all, CancellationToken ct)
    {
        await using var begin = database.CreateCommand("""
            insert into handler_cursor (handler, type) select * from unnest($1, $2) on conflict do nothing
            """).With(Handlers(all), Types(all));
        await begin.ExecuteNonQueryAsync(ct);
    }

    /// <summary>One replica at a time reads the feed of a source; asked again with each page.</summary>
    public async Task<bool> TakeTurnAsync(string source, CancellationToken ct)
    {
        await using var take = database.CreateCommand("""
            insert into reconciliation as turn (source, holder, expires_at) values ($1, $2, clock_timestamp() + $3)
            on conflict (source) do update set holder = $2, expires_at = excluded.expires_at
            where turn.holder = $2 or turn.expires_at < clock_timestamp()
            """).With(source, _me, Turn);
        return await take.ExecuteNonQueryAsync(ct) == 1;
    }

    public async Task EndTurnAsync(string source)
    {
        await using var end = database.CreateCommand(
            "update reconciliation set expires_at = '-infinity' where source = $1 and holder = $2").With(source, _me);
        await end.ExecuteNonQueryAsync(CancellationToken.None);
    }

    public async Task<List<Progress>> ReadAsync(IReadOnlyList<Subscription> all, CancellationToken ct)
    {
        await using var read = database.CreateCommand("""
            select cursor, known_before, min(complete_until), agrees_until,
                array_agg(handler order by handler, type), array_agg(type order by handler, type)
            from handler_cursor join unnest($1, $2) as told (handler, type) using (handler, type)
            group by cursor, known_before, agrees_until
            """).With(Handlers(all), Types(all));
        await using var reader = await read.ExecuteReaderAsync(ct);
        var found = new List<Progress>();
        while (await reader.ReadAsync(ct))
        {
            var pairs = reader.GetFieldValue<string[]>(4).Zip(reader.GetFieldValue<string[]>(5));
            found.Add(new Progress(
                reader.GetString(0), TimeAt(reader, 1), TimeAt(reader, 2),
                reader.IsDBNull(3) ? null : reader.GetString(3),
                [.. pairs.Select(pair => new Subscription(pair.First, pair.Second))]));
        }

        return found;
    }

    /// <returns>Of these events, those that no inbox row speaks of, with the handlers that missed them.</returns>
    public async Task<ILookup<Guid, string>> MissedAsync(
        IReadOnlyList<(Guid Id, string Handler)> told, CancellationToken ct)
    {
        await using var ask = database.CreateCommand(MissedSql).With(
            told.Select(pair => pair.Id).ToArray(), told.Select(pair => pair.Handler).ToArray(),
            centre.Endpoint, centre.DeadQueue);
        await using var reader = await ask.ExecuteReaderAsync(ct);
        var missed = new List<(Guid Id, string Handler)>();
        while (await reader.ReadAsync(ct))
        {
            missed.Add((reader.GetGuid(0), reader.GetString(1)));
        }

        return missed.ToLookup(pair => pair.Id, pair => pair.Handler);
    }

    /// <summary>Moves a group on from where it was; whoever lost its turn meanwhile moves nothing.</summary>
    /// <param name="completeUntil">Null: there is more to read.</param>
    public async Task<bool> AdvanceAsync(
        Progress from, string cursor, DateTimeOffset? completeUntil, CancellationToken ct)
    {
        await using var advance = database.CreateCommand("""
            update handler_cursor set cursor = $4, complete_until = greatest(complete_until, $5)
            where (handler, type) in (select * from unnest($1, $2)) and cursor = $3
            """).With(
            Handlers(from.Subscriptions), Types(from.Subscriptions), from.Cursor, cursor,
            completeUntil ?? DateTimeOffset.UnixEpoch);
        return await advance.ExecuteNonQueryAsync(ct) == from.Subscriptions.Count;
    }

    /// <summary>
    /// Goes on where sources were restored: after the last event that both know, or from the beginning with what the
    /// inbox remembers where that is not known. Copies of companies and people are told anew.
    /// </summary>
    public async Task AcceptAsync(CancellationToken ct)
    {
        await using var accept = database.CreateCommand(AcceptSql);
        await accept.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Stops a group: its source has another past than this centre knows.</summary>
    public async Task StopAsync(Progress group, string agreesUntil, CancellationToken ct)
    {
        await using var stop = database.CreateCommand("""
            update handler_cursor set agrees_until = $3 where (handler, type) in (select * from unnest($1, $2))
            """).With(Handlers(group.Subscriptions), Types(group.Subscriptions), agreesUntil);
        await stop.ExecuteNonQueryAsync(ct);
    }

    /// <summary>
    /// Removes old message ids, but for those that a feed was not yet held against: what came to be before them and was
    /// not known could be had twice. An hour is more than any transaction takes from its event to its end.
    /// </summary>
    public async Task<int> ForgetAsync(
        IReadOnlyList<Subscription> all, DateTimeOffset before, int most, CancellationToken ct)
    {
        await using var forget = database.CreateCommand("""
            delete from inbox where ctid = any(array(
                select ctid from inbox where received_at < least($3, (select min(complete_until) - interval '1 hour'
                    from handler_cursor join unnest($1, $2) as told (handler, type) using (handler, type)))
                limit $4))
            """).With(Handlers(all), Types(all), before, most);
        return await forget.ExecuteNonQueryAsync(ct);
    }

    private static string[] Handlers(IEnumerable<Subscription> all) => [.. all.Select(one => one.Handler)];

    private static string[] Types(IEnumerable<Subscription> all) => [.. all.Select(one => one.Type)];

    private static DateTimeOffset TimeAt(NpgsqlDataReader row, int ordinal) =>
        row.GetFieldValue<DateTime>(ordinal) is var at && at == DateTime.MinValue
            ? DateTimeOffset.MinValue : new DateTimeOffset(at, TimeSpan.Zero);
}
