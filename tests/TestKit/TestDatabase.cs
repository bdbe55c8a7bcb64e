using Npgsql;

namespace Technopark.TestKit;

/// <summary>A database of its own for one fixture.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _name;

    private TestDatabase(string name)
    {
        _name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(Infrastructure.Postgres)
        {
            Database = name,
            IncludeErrorDetail = true,
        }.ConnectionString;
    }

    public string ConnectionString { get; }

    public static async Task<TestDatabase> CreateAsync(string prefix)
    {
        var database = new TestDatabase($"{prefix}_{Guid.CreateVersion7():N}");
        await ExecuteAsync($"create database {database._name}");
        return database;
    }

    public ValueTask DisposeAsync() => new(ExecuteAsync($"drop database if exists {_name} with (force)"));

    private static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Infrastructure.Postgres);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
