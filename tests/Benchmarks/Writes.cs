using System.Text;

namespace Technopark.Benchmarks;

/// <summary>POST of a company with all that belongs to it, beside pgbench that only inserts the same rows.</summary>
internal static class Writes
{
    private const int Clients = 16;

    public static async Task MeasureAsync(ParkProcess park, Databases databases, TimeSpan round, Table table)
    {
        var (gateway, service) = (park.State.Gateway, park.Named("registry").Single().Endpoints["http"]);
        var pgbench = new PgBench(databases.ConnectionOf("registry"), Clients);
        var token = await park.State.TokenAsync();
        await Load.WarmAsync(time => PostAsync(gateway, token, time), Load.FreshFor);
        await databases.QuietAsync();

        Dictionary<string, double> before = [], after = [];
        var (throughGateway, atService, alone, inserts) = (
            new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var number = 0; number < Bench.Rounds; number++)
        {
            throughGateway.Add(await PostAsync(gateway, token, round));
            await databases.QuietAsync();
            before = ProcessCosts.CpuOf(park);
            atService.Add(await PostAsync(service, token, round));
            await databases.QuietAsync();
            after = ProcessCosts.CpuOf(park);
            alone.Add(await WithoutConsumersAsync(park, () => PostAsync(service, token, round)));
            await databases.QuietAsync();
            inserts.Add(await pgbench.PerSecondAsync(round));
        }

        table.Ratio(
            "POST/s, service, consumers held : pgbench, same rows / POST/с, сервис : pgbench", Bench.Median(alone),
            Bench.Median(inserts), 0.3);
        table.Ratio(
            "POST/s, service, and all that follows : pgbench / со следствиями", Bench.Median(atService),
            Bench.Median(inserts), null);
        table.Ratio(
            "POST/s, gateway, and all that follows : pgbench / через шлюз", Bench.Median(throughGateway),
            Bench.Median(inserts), null);
        var posts = atService[^1] * round.TotalSeconds;
        table.Note("CPU µs a POST, with all that follows from it / мкс на POST со всеми следствиями: "
            + ProcessCosts.Text(after.ToDictionary(
                entry => entry.Key, entry => (entry.Value - before.GetValueOrDefault(entry.Key)) * 1e6 / posts)));
    }

    /// <summary>
    /// On one machine whoever hears of the company takes from the processor that registers it: here they wait, as if on
    /// their own.
    /// </summary>
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
