using Npgsql;

namespace Technopark.Terminal;

/// <summary>What is in the databases of a park, told by PostgreSQL.</summary>
/// <param name="Postgres">Its major version: another one cannot read the files.</param>
/// <param name="Timeline">Goes up each time that a cluster is recovered from a backup.</param>
/// <param name="Databases">Of each service, and of the gateway.</param>
internal sealed record ClusterContents(int Postgres, int Timeline, ClusterContents.Database[] Databases)
{
    /// <param name="Name">The service's.</param>
    /// <param name="Migration">The last one that its schema has.</param>
    /// <param name="Epoch">The life of its event log; null where there is none.</param>
    /// <param name="Events">How many the log has, and how many wait for their place in it.</param>
    /// <param name="Companies">Registered; null where the service registers none.</param>
    internal sealed record Database(string Name, string? Migration, Guid? Epoch, long? Events, long? Companies)
    {
        public override string ToString() =>
            string.Join(", ", new[] { $"  {Name,-12}", Count(Companies, "companies"), Count(Events, "events") }
                .Where(part => part.Length > 0)).Replace("  , ", "  ", StringComparison.Ordinal);

        private static string Count(long? count, string of) => count is null ? "" : $"{count} {of}";
    }

    public static async Task<ClusterContents> ReadAsync(NpgsqlConnectionStringBuilder server, CancellationToken ct)
    {
        var cluster = await AskAsync(server, server.Database!, """
            select current_setting('server_version_num')::int / 10000,
                ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int,
                array(select datname::text from pg_database
                    where not datistemplate and datname <> 'postgres' order by datname)
            """, ct);
        var databases = new List<Database>();
        foreach (var name in (string[])cluster[2]!)
        {
            databases.Add(await ReadAsync(server, name, ct));
        }

        return new((int)cluster[0]!, (int)cluster[1]!, [.. databases]);
    }

    private static async Task<Database> ReadAsync(
        NpgsqlConnectionStringBuilder server, string name, CancellationToken ct)
    {
        var has = await AskAsync(server, name, """
            select to_regclass('"__EFMigrationsHistory"') is not null, to_regclass('publisher') is not null,
                to_regclass('companies') is not null
            """, ct);
        var told = await AskAsync(server, name, $"""
            select {Where(has[0], "(select max(migration_id) from \"__EFMigrationsHistory\")")},
                {Where(has[1], "(select epoch from publisher)")},
                {Where(has[1], "(select count(*) + (select sequence from publisher) from outbox)")},
                {Where(has[2], "(select count(*) from companies)")}
            """, ct);
        return new(name, (string?)told[0], (Guid?)told[1], (long?)told[2], (long?)told[3]);

        static string Where(object? there, string query) => there is true ? query : "null";
    }

    private static async Task<object?[]> AskAsync(
        NpgsqlConnectionStringBuilder server, string database, string query, CancellationToken ct)
    {
        await using var source = NpgsqlDataSource.Create($"{server};Database={database};Pooling=false");
        await using var command = source.CreateCommand(query);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var row = new object[reader.FieldCount];
        reader.GetValues(row);
        return [.. row.Select(value => value is DBNull ? null : value)];
    }
}
