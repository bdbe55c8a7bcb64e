using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;

namespace Technopark.ServiceKit.Data;

/// <summary>The kit's own SQL, which EF Core does not write.</summary>
internal static class RawSql
{
    /// <summary>Runs statements as they are: EF Core would look for parameters between braces.</summary>
    public static async Task RunAsync(this DatabaseFacade database, string sql, CancellationToken ct)
    {
        await database.OpenConnectionAsync(ct);
        await using var command = database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(ct);
        await database.CloseConnectionAsync();
    }

    public static NpgsqlCommand With(this NpgsqlCommand command, params ReadOnlySpan<object> values)
    {
        Fill(command.Parameters, values);
        return command;
    }

    public static NpgsqlBatch Add(this NpgsqlBatch batch, string sql, params ReadOnlySpan<object> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        Fill(command.Parameters, values);
        batch.BatchCommands.Add(command);
        return batch;
    }

    private static void Fill(NpgsqlParameterCollection parameters, ReadOnlySpan<object> values)
    {
        foreach (var value in values)
        {
            parameters.Add(new() { Value = value });
        }
    }
}
