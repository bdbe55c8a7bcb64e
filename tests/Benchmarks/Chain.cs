using System.Collections.Concurrent;

namespace Technopark.Benchmarks;

/// <summary>
/// Events that wait in an outbox until their effects are committed once each in another database, beside the bare bus
/// that publishes and consumes as many messages. Offers that were published: Insights alone hears of them.
/// </summary>
internal static class Chain
{
    private const int Events = 8000;
    // As many unconfirmed at a time as the relay has.
    private const int AtOnce = 500;

    private const string Insert = """
        insert into outbox (id, type, subject, company_id, time, correlation_id, data)
        select id, 'technopark.networking.offerPublished.v1', offer, company, now(), id,
               jsonb_build_object('version', 1, 'offerId', offer, 'companyId', company,
                                  'kind', 'technologyOffer', 'title', 'Сварка титана')::text
        from (select gen_random_uuid() id, gen_random_uuid() offer, gen_random_uuid() company
              from generate_series(1, {0})) rows;
        notify outbox;
        """;

    private const string Count = "select count(*) from timeline where type = 'technopark.networking.offerPublished.v1'";

    public static async Task MeasureAsync(ParkProcess park, Databases databases, Table table)
    {
        await databases.QuietAsync();
        await using var bus = await BareBus.StartAsync(park.BrokerAs(BareBus.User));
        await OursAsync(databases);
        await TheirsAsync(bus);
        var rates = await Bench.MediansAsync(() => OursAsync(databases), () => TheirsAsync(bus));
        table.Ratio(
            "events/s, outbox to effect : bare bus / событий/с, до следствия : голая шина", rates[0], rates[1], 0.5);
    }

    private static async Task<double> OursAsync(Databases databases)
    {
        var wanted = await databases.ScalarAsync<long>("insights", Count) + Events;
        var sql = Insert.Replace("{0}", Events.ToString(provider: null), StringComparison.Ordinal);
        await databases.ExecuteAsync("networking", sql);
        var since = Stopwatch.StartNew();
        while (await databases.ScalarAsync<long>("insights", Count) < wanted)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        return Events / since.Elapsed.TotalSeconds;
    }

    private static async Task<double> TheirsAsync(BareBus bus)
    {
        var since = Stopwatch.StartNew();
        var consumed = new ConcurrentBag<Task>();
        await Parallel.ForAsync(
            0, Events, new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (_, _) => consumed.Add(await bus.PublishAsync()));
        await Task.WhenAll(consumed);
        return Events / since.Elapsed.TotalSeconds;
    }
}
