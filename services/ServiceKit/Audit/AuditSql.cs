using System.Globalization;

namespace Technopark.ServiceKit.Audit;

/// <summary>
/// What makes <c>public.audit</c> append-only. The guard refuses every UPDATE, DELETE and TRUNCATE but an address taken
/// away and rows kept long enough. The lock, put up by a superuser, keeps the guard: the owner of the table can neither
/// drop, disable, replace nor rename it, only drop the whole database.
/// </summary>
public static class AuditSql
{
    /// <summary>How long the audit is kept unless <c>Retention:Audit</c> says otherwise.</summary>
    public static TimeSpan Kept { get; } = TimeSpan.FromDays(3 * 365);

    // The path is fixed: a function of the same name in another schema must not be found first.
    private const string Guard = """
        create or replace function {schema}.audit_guard() returns trigger language plpgsql
            set search_path = pg_catalog, pg_temp as $$
        begin
            if tg_op = 'DELETE' and old.at < now() - make_interval(days => {days}) then
                return old;
            end if;
            if tg_op = 'UPDATE' and old.address is not null and new.address is null
                and to_jsonb(new) - 'address' = to_jsonb(old) - 'address' then
                return new;
            end if;
            raise exception 'The audit is only added to: % refused.', tg_op using errcode = 'insufficient_privilege';
        end $$;
        """;

    private const string Triggers = """
        create or replace trigger audit_rows before update or delete on public.audit for each row
            execute function {schema}.audit_guard();
        create or replace trigger audit_whole before truncate on public.audit execute function {schema}.audit_guard();
        """;

    private const string LockFunction = """
        create or replace function audit_lock.keep() returns event_trigger language plpgsql security definer
            set search_path = pg_catalog, pg_temp as $$
        declare
            told regclass := to_regclass('public.audit');
            guard regprocedure := to_regprocedure('audit_lock.audit_guard()');
            broken boolean := false;
        begin
            if (select rolsuper from pg_roles where rolname = session_user) then
                return;
            end if;
            if tg_event = 'sql_drop' then
                broken := exists (select from pg_event_trigger_dropped_objects() gone
                    where gone.address_names[1:2] = '{public,audit}'
                    and gone.object_type in ('table', 'table column', 'trigger', 'table constraint'));
            elsif tg_event = 'table_rewrite' then
                broken := pg_event_trigger_table_rewrite_oid() = told;
            elsif told is null then
                -- Renamed, or in another schema now.
                broken := exists (select from pg_trigger where tgfoid = guard);
            else
                if tg_tag <> 'CREATE TRIGGER'
                    and not exists (select from pg_trigger where tgrelid = told and not tgisinternal) then
                    {triggers}
                end if;
                broken := exists (select from pg_trigger where tgrelid = told and not tgisinternal and not (
                    tgfoid = guard and tgqual is null and tgattr = '' and tgenabled in ('O', 'A')
                    and (tgname, tgtype) in (('audit_rows', 27), ('audit_whole', 34))));
            end if;
            if broken then
                raise exception 'The audit is only added to: % refused.', tg_tag
                    using errcode = 'insufficient_privilege';
            end if;
        end $$;
        """;

    private const string LockTriggers = """
        do $do$ begin
            if to_regclass('public.audit') is not null then
                {triggers}
            end if;
            if not exists (select from pg_event_trigger where evtname = 'audit_lock_command') then
                create event trigger audit_lock_command on ddl_command_end execute function audit_lock.keep();
                create event trigger audit_lock_drop on sql_drop execute function audit_lock.keep();
                create event trigger audit_lock_rewrite on table_rewrite execute function audit_lock.keep();
            end if;
        end $do$;
        """;

    /// <summary>Puts up the guard where there is no lock, for the role that owns the table.</summary>
    /// <param name="kept">In whole days, rounded up.</param>
    public static string Install(TimeSpan kept) => $"""
        do $do$ begin
            if not exists (select from pg_event_trigger where evtname = 'audit_lock_command') then
                {In("public", Guard, kept)}
                {In("public", Triggers, kept)}
            end if;
        end $do$;
        """;

    /// <summary>Puts guard and lock up, also before there is a table; for a superuser.</summary>
    /// <inheritdoc cref="Install" path="/param"/>
    public static string Lock(TimeSpan kept) => $"""
        create schema if not exists audit_lock;
        {In("audit_lock", Guard, kept)}
        {In("audit_lock", LockFunction, kept)}
        {In("audit_lock", LockTriggers, kept)}
        """;

    private static string In(string schema, string sql, TimeSpan kept) => sql
        .Replace("{triggers}", Triggers, StringComparison.Ordinal)
        .Replace("{schema}", schema, StringComparison.Ordinal)
        .Replace(
            "{days}", Math.Ceiling(kept.TotalDays).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}
