using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Technopark.ServiceKit.Audit;

/// <summary>
/// Makes the audit append-only in the database itself. In a database that the park made, a superuser's lock keeps the
/// guard from the service's own role too; elsewhere that role could take it down at a prompt.
/// </summary>
internal static class AppendOnlyAudit
{
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
}
