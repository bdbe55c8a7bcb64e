using System.Globalization;
using Npgsql;
using Technopark.ServiceDefaults;

namespace Technopark.AppHost;

/// <summary>
/// Run as a resource of the park: for every centre it is told, makes sure that its role and its
/// database are there, that the password is the one told, and that no other centre's role can connect.
/// </summary>
internal static class Databases
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <param name="centres">Each has its connection string in the environment, as the server's superuser has.</param>
    public static async Task<int> CreateAsync(string[] centres)
    {
        await using var server = NpgsqlDataSource.Create(ConnectionOf("postgres"));
        await AnswersAsync(server);
        foreach (var centre in centres)
        {
            await CreateAsync(server, new NpgsqlConnectionStringBuilder(ConnectionOf(centre)));
            Console.WriteLine($"{centre} is there");
        }

        return 0;
    }

    /// <summary>A server that recovers has its port open and lets nobody in yet.</summary>
    private static async Task AnswersAsync(NpgsqlDataSource server)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                await using var connection = await server.OpenConnectionAsync(patience.Token);
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.CannotConnectNow)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, patience.Token);
            }
        }
    }

    private static string ConnectionOf(string name) => Environment.GetEnvironmentVariable($"ConnectionStrings__{name}")!;

    private static async Task CreateAsync(NpgsqlDataSource server, NpgsqlConnectionStringBuilder centre)
    {
        var role = Quote(centre.Username!);
        var database = Quote(centre.Database!);
        if (!await ExistsAsync(server, "SELECT 1 FROM pg_roles WHERE rolname = $1", centre.Username!))
        {
            await ExecuteAsync(server, $"CREATE ROLE {role} LOGIN");
        }

        await ExecuteAsync(server, $"ALTER ROLE {role} PASSWORD '{centre.Password!.Replace("'", "''", StringComparison.Ordinal)}'");
        if (!await ExistsAsync(server, "SELECT 1 FROM pg_database WHERE datname = $1", centre.Database!))
        {
            await ExecuteAsync(server, $"CREATE DATABASE {database} OWNER {role}");
        }

        await ExecuteAsync(server, $"REVOKE CONNECT ON DATABASE {database} FROM PUBLIC");
        await LockAuditAsync(centre.Database!);
    }

    /// <summary>What its role owns it could change; this it cannot.</summary>
    private static async Task LockAuditAsync(string centre)
    {
        var within = new NpgsqlConnectionStringBuilder(ConnectionOf("postgres")) { Database = centre, Pooling = false };
        await using var database = NpgsqlDataSource.Create(within);
        var kept = Environment.GetEnvironmentVariable("Retention__Audit") is { Length: > 0 } given
            ? TimeSpan.Parse(given, CultureInfo.InvariantCulture)
            : AuditSql.Kept;
        try
        {
            await ExecuteAsync(database, AuditSql.Lock(kept));
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            Console.WriteLine($"{centre}: only a superuser can lock the audit; its own role could change it");
        }
    }

    private static async Task<bool> ExistsAsync(NpgsqlDataSource server, string query, string name)
    {
        await using var command = server.CreateCommand(query);
        command.Parameters.AddWithValue(name);
        return await command.ExecuteScalarAsync() is not null;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource server, string statement)
    {
        await using var command = server.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }

    private static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
