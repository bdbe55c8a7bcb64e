using System.Text;

namespace Technopark.Benchmarks;

/// <summary>GET of a company: through the gateway, at the service, and the least it could cost.</summary>
internal static class Reads
{
    private const int Clients = 16;
    private const int Companies = 100;

    public static async Task MeasureAsync(ParkProcess park, Databases databases, TimeSpan round, Table table)
    {
        using var bare = await BareProcess.StartAsync(databases.ConnectionOf("registry"));
        var (gateway, service) = (park.State.Gateway, park.Named("registry").Single().Endpoints["http"]);
        var ids = await RegisterAsync(park.State);
        var token = await park.State.TokenAsync();
        await SameAsync(service, bare.Address, ids[0], token);

        var requests = ids.Select(id => RequestOf($"/api/registry/v1/companies/{id}", token)).ToArray();
        var bareRequests = ids.Select(id => RequestOf($"/companies/{id}", token)).ToArray();
        var tunedRequests = ids.Select(id => RequestOf($"/tuned/companies/{id}", token)).ToArray();
        (Uri Server, ReadOnlyMemory<byte>[] Requests)[] targets =
            [(gateway, requests), (service, requests), (bare.Address, bareRequests), (bare.Address, tunedRequests)];
        foreach (var target in targets)
        {
            var atLeast = target.Server == bare.Address ? TimeSpan.Zero : Load.FreshFor;
            await Load.WarmAsync(time => RateAsync(target, time), atLeast);
        }

        var rates = await Bench.MediansAsync(
            [.. targets.Select(target => (Func<Task<double>>)(() => RateAsync(target, round)))]);
        table.Ratio(
            "GET/s, gateway : bare Kestrel + Npgsql / GET/с, шлюз : голый Kestrel + Npgsql", rates[0], rates[2], 0.6);
        table.Ratio(
            "GET/s, gateway : the same, statements prepared / то же, с подготовкой", rates[0], rates[3], null);
        table.Ratio("GET/s, gateway : service / GET/с, шлюз : сервис", rates[0], rates[1], null);
    }

    private static Task<double> RateAsync((Uri Server, ReadOnlyMemory<byte>[] Requests) target, TimeSpan time) =>
        Load.PerSecondAsync(target.Server, Clients, time, () => target.Requests[Random.Shared.Next(Companies)], 200);

    public static async Task<Guid[]> RegisterAsync(ParkState park)
    {
        using var http = await park.ClientAsync();
        var api = new ParkClient.ParkClient(http);
        var ids = new Guid[Companies];
        for (var number = 0; number < Companies; number++)
        {
            ids[number] = (await api.CreateAsync("/api/registry/v1/companies", CompanyBody.Next())).Id;
        }

        return ids;
    }

    private static async Task SameAsync(Uri service, Uri bare, Guid id, string token)
    {
        using var http = new HttpClient { DefaultRequestHeaders = { Authorization = new("Bearer", token) } };
        var (ours, theirs) = (
            await http.GetFromJsonAsync<JsonElement>(new Uri(service, $"/api/registry/v1/companies/{id}")),
            await http.GetFromJsonAsync<JsonElement>(new Uri(bare, $"/companies/{id}")));
        if (!JsonElement.DeepEquals(ours, theirs))
        {
            throw new InvalidOperationException($"Not the same JSON, so not comparable:\n{ours}\n{theirs}");
        }
    }

    private static ReadOnlyMemory<byte> RequestOf(string path, string token) =>
        Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n\r\n");
}
