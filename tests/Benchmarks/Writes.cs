using System.Text;
using System.Text.Json;
using Technopark.ParkClient;

namespace Technopark.Benchmarks;

/// <summary>POST of a company with all that belongs to it, beside pgbench that only inserts the same rows.</summary>
internal static class Writes
{
    private const int Clients = 8;

    public static async Task MeasureAsync(ParkProcess park, Databases databases, TimeSpan round, Table table)
    {
        var (gateway, service) = (park.State.Gateway, park.Named("registry").Single().Endpoints["http"]);
        var pgbench = new PgBench(databases.ConnectionOf("registry"), Clients);
        await PostAsync(gateway, round * 2);
        await PostAsync(service, round);
        await databases.QuietAsync();

        var (throughGateway, atService, inserts) = (new List<double>(), new List<double>(), new List<double>());
        for (var number = 0; number < Bench.Rounds; number++)
        {
            throughGateway.Add(await PostAsync(gateway, round));
            await databases.QuietAsync();
            atService.Add(await PostAsync(service, round));
            await databases.QuietAsync();
            inserts.Add(await pgbench.PerSecondAsync(round));
        }

        table.Ratio("POST/s, service : pgbench, same rows / POST/с, сервис : pgbench", Bench.Median(atService), Bench.Median(inserts), 0.3);
        table.Ratio("POST/s, gateway : pgbench / POST/с, шлюз : pgbench", Bench.Median(throughGateway), Bench.Median(inserts), null);
    }

    private static Task<double> PostAsync(Uri server, TimeSpan time) => Load.PerSecondAsync(server, Clients, time, NextRequest, 201);

    private static ReadOnlyMemory<byte> NextRequest()
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(CompanyBody.Next());
        var head = Encoding.ASCII.GetBytes(
            $"POST /api/registry/v1/companies HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + $"Idempotency-Key: {Guid.NewGuid()}\r\nContent-Length: {body.Length}\r\n\r\n");
        return (byte[])[.. head, .. body];
    }
}
