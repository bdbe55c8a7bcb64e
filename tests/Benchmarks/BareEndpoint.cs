using System.Text.Json.Serialization;
using Npgsql;

namespace Technopark.Benchmarks;

/// <summary>
/// What a read could cost at the least: Kestrel, one point select by Npgsql, the same JSON as the registry's, and
/// nothing around it: with Npgsql as it comes, and with prepared statements on connections that are not reset, as the
/// park has them. Runs as a process of its own, as the registry does.
/// </summary>
internal static class BareEndpoint
{
    private const string Sql = """
        select id, name, kind, status, inn, ogrn, kpp, okved_main, region, registered_on, founders, created_at,
               verified_at, liquidated_on, reason, owner_ids
        from companies where id = $1
        """;

    private static readonly string[] Allowed = ["verify", "reject", "correct", "addOwner", "removeOwner"];

    private sealed record Founder(
        Guid PersonId, string Name, string Role,
        [property: JsonNumberHandling(JsonNumberHandling.WriteAsString | JsonNumberHandling.AllowReadingFromString)]
        decimal SharePercent);

    private sealed record Company(
        Guid Id, string Name, string Kind, string Status, string? Inn, string? Ogrn, string? Kpp, string? OkvedMain,
        string? Region,
        DateOnly? RegisteredOn, Founder[] Founders, Guid[] OwnerIds, DateTimeOffset CreatedAt,
        DateTimeOffset? VerifiedAt, DateOnly? LiquidatedOn,
        string? Reason, string[] Allowed);

    public static async Task RunAsync(string connection)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddRazorComponents();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.PropertyNameCaseInsensitive = true);
        await using var asItComes = NpgsqlDataSource.Create(connection);
        await using var tuned = new NpgsqlDataSourceBuilder(connection)
        {
            ConnectionStringBuilder = { MaxAutoPrepare = 10, NoResetOnClose = true, MaxPoolSize = 24 },
        }.Build();
        await using var app = builder.Build();
        app.MapGet("/companies/{id:guid}", (Guid id, CancellationToken ct) => ReadAsync(asItComes, id, ct));
        app.MapGet("/tuned/companies/{id:guid}", (Guid id, CancellationToken ct) => ReadAsync(tuned, id, ct));
        app.MapGet("/page", (CancellationToken ct) => BarePage.RenderAsync(asItComes, ct));
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await app.WaitForShutdownAsync();
    }

    private static async Task<Company?> ReadAsync(NpgsqlDataSource database, Guid id, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new() { Value = id });
        await using var row = await command.ExecuteReaderAsync(ct);
        return !await row.ReadAsync(ct) ? null : new Company(
            row.GetGuid(0), row.GetString(1), Camel(row.GetString(2)), Camel(row.GetString(3)), Text(row, 4),
            Text(row, 5), Text(row, 6),
            Text(row, 7), Text(row, 8), Value<DateOnly>(row, 9),
            JsonSerializer.Deserialize<Founder[]>(row.GetString(10), JsonSerializerOptions.Web)!,
            row.GetFieldValue<Guid[]>(15),
            row.GetFieldValue<DateTimeOffset>(11), Value<DateTimeOffset>(row, 12), Value<DateOnly>(row, 13),
            Text(row, 14), Allowed);
    }

    private static string Camel(string name) => JsonNamingPolicy.CamelCase.ConvertName(name);

    private static string? Text(NpgsqlDataReader row, int ordinal) =>
        row.IsDBNull(ordinal) ? null : row.GetString(ordinal);

    private static T? Value<T>(NpgsqlDataReader row, int ordinal)
        where T : struct => row.IsDBNull(ordinal) ? null : row.GetFieldValue<T>(ordinal);
}
