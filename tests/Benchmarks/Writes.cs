using System.Text;

namespace Technopark.Benchmarks;

/// <summary>POST of a company with all that belongs to it, beside pgbench that only inserts the same rows.</summary>
internal static class Writes
{
    private const int Clients = 16;

    public static async Task MeasureAsync(ParkProcess park, Databases databases, TimeSpan round, Table table)
    {
        var (gateway, service) = (park.State.Gateway, park.Named("registry").Single().Endpoints["http"]);
        await databases.ExecuteAsync("registry", "create table if not exists bench_outbox (like outbox including all)");
        var pgbench = new PgBench(databases.ConnectionOf("registry"), Clients);
        var token = await park.State.TokenAsync();
        await Load.WarmAsync(time => PostAsync(gateway, token, time), Load.FreshFor);
        await databases.QuietAsync();

        Dictionary<string, double> before = [], after = [];
        var posts = 0.0;
        var rates = await Bench.MediansAsync(
            () => QuietlyAsync(() => PostAsync(gateway, token, round)),
            async () =>
            {
                before = ProcessCosts.CpuOf(park);
                var rate = await QuietlyAsync(() => PostAsync(service, token, round));
                (after, posts) = (ProcessCosts.CpuOf(park), rate * round.TotalSeconds);
                return rate;
            },
            () => QuietlyAsync(() => WithoutConsumersAsync(park, () => PostAsync(service, token, round))),
            () => pgbench.PerSecondAsync(round));

        table.Ratio(
            "POST/s, service, consumers held : pgbench, same rows / POST/с, сервис : pgbench", rates[2], rates[3], 0.3);
        table.Ratio(
            "POST/s, service, and all that follows : pgbench / со следствиями", rates[1], rates[3], null);
        table.Ratio("POST/s, gateway, and all that follows : pgbench / через шлюз", rates[0], rates[3], null);
        table.Note("CPU µs a POST, with all that follows from it / мкс на POST со всеми следствиями: "
            + ProcessCosts.Text(after.ToDictionary(
                entry => entry.Key, entry => (entry.Value - before.GetValueOrDefault(entry.Key)) * 1e6 / posts)));

        async Task<double> QuietlyAsync(Func<Task<double>> measure)
        {
            var rate = await measure();
            await databases.QuietAsync();
            return rate;
        }
    }

    /// <summary>As if on machines of their own: here consumers would take the processor from the service.</summary>
    private static async Task<double> WithoutConsumersAsync(ParkProcess park, Func<Task<double>> measure)
    {
        var consumers = Repository.Centres.Except(["registry"]).SelectMany(park.Named)
            .Select(process => process.Pid!.Value).ToArray();
        Signal("STOP", consumers);
        try
        {
            return await measure();
        }
        finally
        {
            Signal("CONT", consumers);
        }
    }

    private static void Signal(string signal, int[] processes)
    {
        using var kill = Process.Start(
            "kill", [$"-{signal}", .. processes.Select(process => process.ToString(CultureInfo.InvariantCulture))]);
        kill.WaitForExit();
    }

    private static Task<double> PostAsync(Uri server, string token, TimeSpan time) =>
        Load.PerSecondAsync(server, Clients, time, () => NextRequest(token), 201);

    private static ReadOnlyMemory<byte> NextRequest(string token)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(CompanyBody.Next());
        var head = Encoding.ASCII.GetBytes(
            $"POST /api/registry/v1/companies HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n"
            + $"Content-Type: application/json\r\nIdempotency-Key: {Guid.NewGuid()}\r\n"
            + $"Content-Length: {body.Length}\r\n\r\n");
        return (byte[])[.. head, .. body];
    }
}
