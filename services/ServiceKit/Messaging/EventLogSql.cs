namespace Technopark.ServiceKit.Messaging;

/// <summary>The event log of a centre and what publishes it, in its own database.</summary>
internal static class EventLogSql
{
    /// <summary>
    /// Which database this is: restored from a backup, or moved by dump and restore, it is another one. Its cluster,
    /// the cluster's timeline and its own number there tell.
    /// </summary>
    public const string Life = """
        (select system_identifier from pg_control_system()) || '/' || left(pg_walfile_name(pg_current_wal_lsn()), 8)
            || '/' || (select oid from pg_database where datname = current_database())
        """;

    /// <summary>Rows of one partition.</summary>
    public const int PartitionSize = 1_000_000;

    private const string Tables = """
        create table if not exists event_log (
            sequence bigint primary key, id uuid not null, type text not null, subject uuid not null, company_id uuid,
            time timestamptz not null, correlation_id uuid, causation_id uuid, traceparent text, data text not null
        ) partition by range (sequence);
        create index if not exists ix_event_log_type on event_log (type, sequence);
        create table if not exists event_log_0 partition of event_log for values from (0) to (1000000);
        create table if not exists event_failure (
            sequence bigint primary key, attempts int not null, last_error text not null,
            next_attempt_at timestamptz not null, failed_at timestamptz
        );
        create table if not exists publisher (
            only_row boolean primary key default true check (only_row), epoch uuid not null, sequence bigint not null,
            published bigint not null, fence bigint not null, holder text, expires_at timestamptz not null
        );
        alter table publisher add column if not exists life text;
        create table if not exists past_epoch (
            epoch uuid primary key, sequence bigint not null, ended_at timestamptz not null
        );
        create or replace view events as
            select sequence, null::bigint as position, id, type, subject, company_id, time, correlation_id,
                causation_id, traceparent, data
            from event_log
            union all
            select null, position, id, type, subject, company_id, time, correlation_id, causation_id, traceparent, data
            from outbox;
        alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);
        """;

    /// <summary>The version before kept sent events in the outbox: they become the beginning of the log.</summary>
    private const string History = """
        do $do$ begin
            if exists (select from publisher) then
                return;
            end if;
            if exists (select from information_schema.columns
                where table_schema = current_schema and table_name = 'outbox' and column_name = 'sent_at') then
                for part in 1..(select count(*) / 1000000 from outbox) loop
                    execute format(
                        'create table event_log_%s partition of event_log for values from (%s) to (%s)',
                        part, part * 1000000, (part + 1) * 1000000);
                end loop;
                with sent as (delete from outbox where sent_at is not null returning *)
                insert into event_log
                select row_number() over (order by transaction, position), id, type, subject, company_id, time,
                    correlation_id, causation_id, traceparent, data
                from sent;
            end if;
            insert into publisher (epoch, sequence, published, fence, expires_at)
            select gen_random_uuid(), coalesce(max(sequence), 0), coalesce(max(sequence), 0), 0, '-infinity'
            from event_log;
        end $do$;
        """;

    // A page of types is one walk down the index of types for each. Where the statistics know few types, the planner
    // takes each for a common one and reads the log along its sequence instead, all of it where a type does not occur.
    private const string Statistics = """
        do $do$ declare part regclass; begin
            for part in select relid from pg_partition_tree('event_log') where isleaf and exists (
                select from pg_attribute where attrelid = relid and attname = 'type'
                    and 'n_distinct=1000' <> all(coalesce(attoptions, '{}'))) loop
                execute format('alter table %s alter column type set (n_distinct = 1000)', part);
                execute format('analyze %s', part);
            end loop;
        end $do$;
        """;

    /// <summary>Makes what is missing; runs with each <c>--migrate</c>.</summary>
    public static string Install => Tables + History + Statistics;

    /// <summary>Makes room for the events of a partition.</summary>
    public static string Partition(long part) => $"""
        create table if not exists event_log_{part} partition of event_log
            for values from ({part * PartitionSize}) to ({(part + 1) * PartitionSize});
        {Statistics}
        """;
}
