using System.Collections.Concurrent;
using Npgsql;

namespace Technopark.Benchmarks;

/// <summary>
/// At fifty a second: from the 201 of a registration to the commit in Insights' database, beside publish to consume of
/// the bare bus. A trigger tells of the commit by NOTIFY, which leaves with it: both ends are read on this process's
/// clock.
/// </summary>
internal static class Latency
{
    private static readonly TimeSpan Tempo = TimeSpan.FromMilliseconds(20);

    private const string Trigger = """
        create function bench_heard() returns trigger language plpgsql as $$
          begin perform pg_notify('bench', new.company_id::text); return null; end $$;
        create trigger bench_heard after insert on timeline for each row execute function bench_heard();
        """;

    public static async Task MeasureAsync(ParkProcess park, Databases databases, TimeSpan round, Table table)
    {
        await databases.ExecuteAsync("insights", Trigger);
        var heard = new ConcurrentDictionary<Guid, TaskCompletionSource<long>>();
        using var http = await park.State.ClientAsync();
        using var ended = new CancellationTokenSource();
        var listening = ListenAsync(databases, heard, ended.Token);
        await using var bus = await BareBus.StartAsync(park.BrokerAs(BareBus.User));
        var (ours, theirs) = (new List<double[]>(), new List<double[]>());
        await SampleAsync(round * 5, () => EffectAsync(http, heard));
        await SampleAsync(round, () => BusAsync(bus));
        for (var number = 0; number < Bench.Rounds; number++)
        {
            ours.Add(await SampleAsync(round * 3, () => EffectAsync(http, heard)));
            theirs.Add(await SampleAsync(round, () => BusAsync(bus)));
        }

        await ended.CancelAsync();
        await listening;
        await databases.ExecuteAsync("insights", "drop trigger bench_heard on timeline; drop function bench_heard();");
        foreach (var (name, quantile, aim) in new[] { ("p50", 0.5, 5), ("p99", 0.99, 20) })
        {
            table.AtMost(
                $"201 → effect, {name}, ms : bare bus / 201 → следствие, {name}, мс", Quantile(ours, quantile), aim,
                Quantile(theirs, quantile));
        }
    }

    private static double Quantile(List<double[]> rounds, double quantile) =>
        Bench.Median(rounds.Select(samples => samples.Order().ElementAt((int)(samples.Length * quantile))));

    private static async Task<double[]> SampleAsync(TimeSpan time, Func<Task<double>> one)
    {
        var samples = new List<Task<double>>();
        using var tempo = new PeriodicTimer(Tempo);
        for (var since = Stopwatch.StartNew(); since.Elapsed < time; await tempo.WaitForNextTickAsync())
        {
            samples.Add(one());
        }

        return await Task.WhenAll(samples);
    }

    private static async Task<double> EffectAsync(
        HttpClient http, ConcurrentDictionary<Guid, TaskCompletionSource<long>> heard)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/registry/v1/companies");
        request.Content = JsonContent.Create(CompanyBody.Next());
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await http.SendAsync(request);
        var answered = Stopwatch.GetTimestamp();
        answer.EnsureSuccessStatusCode();
        var id = Guid.Parse(answer.Headers.Location!.OriginalString[^36..]);
        var effect = await heard.GetOrAdd(id, _ => NewSource()).Task;
        // It may be there before the answer has been read.
        return Math.Max(0, Stopwatch.GetElapsedTime(answered, effect).TotalMilliseconds);
    }

    private static async Task<double> BusAsync(BareBus bus)
    {
        var published = Stopwatch.GetTimestamp();
        return Stopwatch.GetElapsedTime(published, await await bus.PublishAsync()).TotalMilliseconds;
    }

    private static async Task ListenAsync(
        Databases databases, ConcurrentDictionary<Guid, TaskCompletionSource<long>> heard, CancellationToken ct)
    {
        await using var connection = await databases["insights"].OpenConnectionAsync(ct);
        connection.Notification += (_, told) =>
        {
            var now = Stopwatch.GetTimestamp();
            if (Guid.TryParse(told.Payload, out var id))
            {
                heard.GetOrAdd(id, _ => NewSource()).TrySetResult(now);
            }
        };
        await using (var listen = new NpgsqlCommand("listen bench", connection))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }

        while (!ct.IsCancellationRequested)
        {
            await connection.WaitAsync(ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static TaskCompletionSource<long> NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
