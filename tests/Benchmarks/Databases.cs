using Npgsql;

namespace Technopark.Benchmarks;

/// <summary>The park's databases, seen by the superuser.</summary>
internal sealed class Databases(string postgres) : IAsyncDisposable
{
    private readonly Dictionary<string, NpgsqlDataSource> _open = [];

    public NpgsqlDataSource this[string centre] => _open.TryGetValue(centre, out var known)
        ? known
        : _open[centre] = NpgsqlDataSource.Create(ConnectionOf(centre));

    public string ConnectionOf(string centre) =>
        new NpgsqlConnectionStringBuilder(postgres) { Database = centre }.ConnectionString;

    public async Task<T> ScalarAsync<T>(string centre, string sql)
    {
        await using var command = this[centre].CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string centre, string sql)
    {
        await using var command = this[centre].CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Returns when the park has worked off what was written, so that nothing is measured beside it.</summary>
    public async Task QuietAsync()
    {
        var (before, now) = (-1L, 0L);
        while (before != now)
        {
            before = now;
            await Task.Delay(TimeSpan.FromMilliseconds(700));
            now = 0;
            foreach (var centre in Repository.Centres)
            {
                now += await ScalarAsync<long>(centre, "select count(*) from inbox");
            }
        }
    }

    /// <summary>Does now what PostgreSQL would do later, perhaps while something else is measured.</summary>
    public async Task SettleAsync()
    {
        await QuietAsync();
        foreach (var centre in Repository.Centres)
        {
            await ExecuteAsync(centre, "vacuum analyze");
        }

        await ExecuteAsync("postgres", "checkpoint");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _open.Values)
        {
            await database.DisposeAsync();
        }
    }
}
