using Npgsql;
using Xunit;

namespace Technopark.TestKit;

/// <summary>
/// Whatever an older version or an operator left in the database can be read: the earliest and latest times and the
/// smallest and largest numbers that a column takes, in each thing, list and figure of a centre.
/// </summary>
public abstract class StoredValueTests<TMatrix, TProgram>(TMatrix things, CentreFixture<TProgram> centre)
    : IClassFixture<TMatrix>
    where TMatrix : AccessMatrix<TProgram>
    where TProgram : class
{
    /// <summary>A collection without others beside it: lists and figures show these values to everybody.</summary>
    public const string Alone = "alone";

    private const string Columns = """
        select coalesce(string_agg(format('%s %s %s', table_name, column_name,
            case data_type when 'numeric' then (numeric_precision - numeric_scale)::text else data_type end), ','), '')
        from information_schema.columns join information_schema.tables using (table_schema, table_name)
        where table_schema = 'public' and table_type = 'BASE TABLE'
            and data_type in ('date', 'timestamp with time zone', 'numeric')
            and table_name !~ '^(audit|event|outbox|inbox|idempotency|feed|_|openiddict)'
        """;

    private enum Kept
    {
        Earliest,
        Latest,

        /// <summary>Disturbs no other test.</summary>
        Ordinary,
    }

    [Fact]
    public async Task Every_value_that_a_column_takes_can_be_read()
    {
        var owned = await things.OpenAsync();
        var columns = (await centre.ScalarAsync<string>(Columns)).Split(',')
            .Select(column => column.Split(' ', 3)).ToLookup(parts => parts[0], parts => (parts[1], parts[2]));
        var changed = 0;
        foreach (var kept in Enum.GetValues<Kept>())
        {
            foreach (var table in columns)
            {
                changed += await StoreAsync(owned, table.Key, [.. table], kept);
            }

            await ReadAllAsync(owned);
        }

        Assert.True(changed > 0, "No column took any of these values.");
    }

    /// <summary>In all columns at once; where a constraint holds some of them together, in each that can.</summary>
    private async Task<int> StoreAsync(
        OwnedResources owned, string table, IReadOnlyList<(string Name, string Type)> columns, Kept kept)
    {
        var assignments = string.Join(", ", columns.Select(column => $"{column.Name} = {ValueOf(column.Type, kept)}"));
        try
        {
            await centre.ScalarAsync<long>(
                $"""
                with changed as (update {table} t set {assignments}
                    where exists (select from unnest($1) id where to_jsonb(t)::text like '%' || id::text || '%')
                    returning 1)
                select count(*) from changed
                """,
                owned.All.Values.ToArray());
            return columns.Count;
        }
        catch (PostgresException e) when (e.SqlState.StartsWith("23", StringComparison.Ordinal))
        {
            var changed = 0;
            for (var one = 0; one < columns.Count && columns.Count > 1; one++)
            {
                changed += await StoreAsync(owned, table, [columns[one]], kept);
            }

            return changed;
        }
    }

    private static string ValueOf(string type, Kept kept) => (type, kept) switch
    {
        ("date", Kept.Ordinary) => "'2019-02-01'",
        ("timestamp with time zone", Kept.Ordinary) => "'2019-02-01Z'",
        (_, Kept.Ordinary) => "1",
        ("date" or "timestamp with time zone", _) => kept == Kept.Earliest ? "'-infinity'" : "'infinity'",
        _ => $"{(kept == Kept.Earliest ? "-" : "")}(10::numeric ^ {type} - 1)",
    };

    private async Task ReadAllAsync(OwnedResources owned)
    {
        var asked = 0;
        foreach (var operation in Operation.Of(centre.Name).Where(one => one.Method == HttpMethod.Get))
        {
            var path = operation.PathTo(owned.ThingOf(operation));
            string[] queries = operation.IsList ? ["?limit=200", "?limit=1"] : [""];
            foreach (var query in queries)
            {
                for (var next = path + query; next is not null; asked++)
                {
                    next = await NextAsync(next) is { } cursor && query == "?limit=1" && asked % 3 < 2
                        ? $"{path}{query}&cursor={cursor}" : null;
                }
            }
        }

        Assert.True(asked > 0, "Nothing was read.");
    }

    /// <summary>Reads; gives the cursor of the next part, where there is one.</summary>
    private async Task<string?> NextAsync(string path)
    {
        using var answer = await centre.Http.GetAsync(path, HttpCompletionOption.ResponseHeadersRead);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {(int)answer.StatusCode}");
        if (answer.Content.Headers.ContentType?.MediaType != "application/json")
        {
            return null;
        }

        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return body.TryGetProperty("next", out var next) ? next.GetString() : null;
    }
}
