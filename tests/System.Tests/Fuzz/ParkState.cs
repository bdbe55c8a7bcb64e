namespace Technopark.SystemTests.Fuzz;

/// <summary>All that the park's databases hold, as one text to compare.</summary>
internal static class ParkState
{
    /// <summary>Tables that refusals, sign-ins and the end of sessions change, as they must.</summary>
    private static readonly string[] Written =
        ["audit", "sessions", "browser_sessions", "OpenIddictTokens", "OpenIddictAuthorizations"];

    /// <summary>A line for each table, once nothing is under way any more.</summary>
    public static async Task<string> OfAsync(RunningPark park)
    {
        var before = "";
        await Eventually.TrueAsync("the park is at rest", async () =>
        {
            var (last, now) = (before, await ReadAsync(park));
            before = now;
            return last == now && now.Contains("identity.mails 0 ", StringComparison.Ordinal);
        });
        return before;
    }

    private static async Task<string> ReadAsync(RunningPark park)
    {
        var lines = new List<string>();
        foreach (var database in RunningPark.Centres.Concat(["identity", "gateway"]))
        {
            var own = new NpgsqlConnectionStringBuilder(park.State.Postgres) { Database = database, Pooling = false };
            await using var connection = new NpgsqlConnection(own.ConnectionString);
            await connection.OpenAsync();
            await using var list = new NpgsqlCommand(
                """
                select string_agg(format(
                    'select %L || '' '' || count(*) || '' ''
                     || coalesce(md5(string_agg(t::text, '','' order by t::text)), '''') from %I t',
                    tablename, tablename), ' union all ')
                from pg_tables where schemaname = 'public' and tablename <> all($1)
                """,
                connection)
            { Parameters = { new() { Value = Written } } };
            await using var sums = new NpgsqlCommand((string)(await list.ExecuteScalarAsync())!, connection);
            await using var rows = await sums.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                lines.Add($"{database}.{rows.GetString(0)}");
            }
        }

        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }
}
