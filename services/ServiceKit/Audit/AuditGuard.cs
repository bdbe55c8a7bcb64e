using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Technopark.ServiceKit.Audit;

/// <summary>
/// Makes the audit append-only in the database itself. What it lets through: an address that is taken away, and the end of rows that are
/// older than they have to be kept. It holds against whoever can make the service run a statement. It does not
/// hold against whoever has the service's role itself at a prompt: that owns the table, and could take the trigger away first.
/// </summary>
internal static class AuditGuard
{
    public const string Table = "audit";

    private const string Sql = """
        create or replace function audit_guard() returns trigger language plpgsql as $$
        begin
            if tg_op = 'DELETE' and old.at < now() - make_interval(days => :kept) then
                return old;
            end if;
            if tg_op = 'UPDATE' and old.address is not null and new.address is null
                and to_jsonb(new) - 'address' = to_jsonb(old) - 'address' then
                return new;
            end if;
            raise exception 'The audit is only added to: % refused.', tg_op using errcode = 'insufficient_privilege';
        end $$;
        create or replace trigger audit_rows before update or delete on audit for each row execute function audit_guard();
        create or replace trigger audit_whole before truncate on audit execute function audit_guard();
        """;

    /// <summary>Puts the guard up, or renews it; runs with <c>--migrate</c>.</summary>
    public static Task InstallAsync(this DatabaseFacade database, TimeSpan kept, CancellationToken ct) =>
        database.ExecuteSqlRawAsync(Sql.Replace(
            ":kept", Math.Ceiling(kept.TotalDays).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal), ct);

    /// <summary>Forgets where somebody came from, when they are erased.</summary>
    /// <returns>In how many rows.</returns>
    public static Task<int> ForgetAddressesAsync(this DatabaseFacade database, Guid person, CancellationToken ct)
    {
        var actor = person.ToString();
        return database.ExecuteSqlAsync($"update audit set address = null where actor = {actor} and address is not null", ct);
    }
}
