using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Technopark.ServiceKit.Tests;

/// <summary>Keeps the last question that a context asked, so that its plan can be looked at.</summary>
internal sealed class Statements : DbCommandInterceptor
{
    public NpgsqlCommand? Last { get; private set; }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result,
        CancellationToken cancellationToken = default)
    {
        Last = ((NpgsqlCommand)command).Clone();
        return new(result);
    }
}

internal static class Plans
{
    /// <summary>How the database answers a question.</summary>
    /// <param name="options">Of <c>explain</c>.</param>
    public static async Task<string> PlanOfAsync(this NpgsqlDataSource database, NpgsqlCommand asked, string options)
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var explain = asked.Clone();
        explain.Connection = connection;
        explain.CommandText = $"explain ({options}) {asked.CommandText}";
        var lines = new List<string>();
        await using var reader = await explain.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines);
    }
}
