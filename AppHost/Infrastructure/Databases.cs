using Npgsql;
using Technopark.ServiceKit.Audit;

namespace Technopark.AppHost;

/// <summary>Makes a role and a database for each service; Aspire's <c>AddDatabase</c> makes no roles.</summary>
internal sealed class Databases(NpgsqlConnectionStringBuilder superuser, string? auditKept)
{
    private readonly Dictionary<string, Func<string>> _passwords = [];

    public void Add(string service, Func<string> password) => _passwords.Add(service, password);

    public async Task CreateAsync(CancellationToken ct)
    {
        await using var server = NpgsqlDataSource.Create(superuser);
        foreach (var (service, password) in _passwords)
        {
            await CreateAsync(server, service, password(), ct);
            await LockAuditAsync(service, ct);
        }
    }

    // Names are those of projects and passwords hexadecimal: none needs quoting beyond this.
    private static async Task CreateAsync(
        NpgsqlDataSource server, string service, string password, CancellationToken ct)
    {
        if (!await ExistsAsync(server, "SELECT 1 FROM pg_roles WHERE rolname = $1", service, ct))
        {
            await ExecuteAsync(server, $"CREATE ROLE \"{service}\" LOGIN", ct);
        }

        await ExecuteAsync(server, $"ALTER ROLE \"{service}\" PASSWORD '{password}'", ct);
        if (!await ExistsAsync(server, "SELECT 1 FROM pg_database WHERE datname = $1", service, ct))
        {
            await ExecuteAsync(server, $"CREATE DATABASE \"{service}\" OWNER \"{service}\"", ct);
        }

        await ExecuteAsync(server, $"REVOKE CONNECT ON DATABASE \"{service}\" FROM PUBLIC", ct);
    }

    /// <summary>What its role owns it could change; this it cannot.</summary>
    private async Task LockAuditAsync(string service, CancellationToken ct)
    {
        await using var database = NpgsqlDataSource.Create($"{superuser};Database={service};Pooling=false");
        var kept = auditKept is { Length: > 0 }
            ? TimeSpan.Parse(auditKept, CultureInfo.InvariantCulture) : AuditSql.Kept;
        try
        {
            await ExecuteAsync(database, AuditSql.Lock(kept), ct);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            await Console.Error.WriteLineAsync(
                $"{service}: only a superuser can lock the audit; its own role could change it");
        }
    }

    private static async Task<bool> ExistsAsync(
        NpgsqlDataSource server, string query, string name, CancellationToken ct)
    {
        await using var command = server.CreateCommand(query);
        command.Parameters.AddWithValue(name);
        return await command.ExecuteScalarAsync(ct) is not null;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource server, string statement, CancellationToken ct)
    {
        await using var command = server.CreateCommand(statement);
        await command.ExecuteNonQueryAsync(ct);
    }
}
