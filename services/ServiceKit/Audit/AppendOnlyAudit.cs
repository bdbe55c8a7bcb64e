using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Technopark.ServiceKit.Audit;

/// <summary>
/// Makes the audit append-only in the database itself. In a database that the park made, a lock of the superuser's
/// keeps the guard from the service's own role too. Elsewhere the role owns what guards it: then it holds against
/// whoever can make the service run a statement, not against whoever has the role at a prompt.
/// </summary>
internal static class AppendOnlyAudit
{
    public const string Table = "audit";

    /// <summary>Puts the guard up, or renews it; runs with <c>--migrate</c>.</summary>
    public static async Task InstallAsync(this DatabaseFacade database, TimeSpan kept, CancellationToken ct)
    {
        // As it is: EF Core would look for parameters between braces.
        await database.OpenConnectionAsync(ct);
        await using var install = database.GetDbConnection().CreateCommand();
        install.CommandText = AuditSql.Install(kept);
        await install.ExecuteNonQueryAsync(ct);
        await database.CloseConnectionAsync();
    }

    /// <summary>
    /// Forgets where somebody came from, when they are erased; also where it was not yet known that it was they.
    /// </summary>
    /// <returns>In how many rows.</returns>
    public static Task<int> ForgetAddressesAsync(this DatabaseFacade database, Guid person, CancellationToken ct)
    {
        var actor = person.ToString();
        return database.ExecuteSqlAsync(
            $"""
            update audit set address = null
            where (actor = {actor} or actor = 'anonymous' and target_id = {person}) and address is not null
            """,
            ct);
    }
}
