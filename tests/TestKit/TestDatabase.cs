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

    /// <summary>What is in it now, to be restored later; nobody is connected meanwhile.</summary>
    public async Task<TestDatabase> BackUpAsync()
    {
        var copy = new TestDatabase($"{_name}_backup");
        await copy.RestoreAsync(this);
        return copy;
    }

    /// <summary>Becomes what another one is, in its own place; nobody is connected meanwhile.</summary>
    public async Task RestoreAsync(TestDatabase from)
    {
        await DisposeAsync();
        await ExecuteAsync($"create database {_name} template {from._name}");
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
