using Grpc.Core;
using Grpc.Net.Client;
using Technopark.Feed.V1;

namespace Technopark.Benchmarks;

/// <summary>
/// A log of a million events that no message brought: Insights, which alone hears of such, catches up from its feed;
/// then all of it is read by the feed, beside a plain select of the same rows.
/// </summary>
internal static class Log
{
    private const int Events = 1_000_000;
    private const string Source = "networking";
    private const string Type = "technopark.networking.offerPublished.v1";

    private const string Insert = """
        create table if not exists event_log_1 partition of event_log for values from (1000000) to (2000000);
        with log as (
            update publisher set sequence = sequence + {0}, published = published + {0}, fence = fence + 1,
                expires_at = '-infinity'
            returning sequence - {0} as before)
        insert into event_log (sequence, id, type, subject, company_id, time, correlation_id, data)
        select before + n, id, '{1}', offer, company, now() - interval '5 minutes', id,
               jsonb_build_object('version', 1, 'offerId', offer, 'companyId', company,
                                  'kind', 'technologyOffer', 'title', 'Сварка титана')::text
        from log, (select n, gen_random_uuid() id, gen_random_uuid() offer, gen_random_uuid() company
                   from generate_series(1, {0}) n) rows;
        """;

    private const string Select = """
        select sequence, id, type, subject, company_id, time, correlation_id, causation_id, traceparent, data
        from event_log order by sequence
        """;

    public static async Task MeasureAsync(ParkProcess park, Databases databases, Table table)
    {
        await databases.QuietAsync();
        await databases.ExecuteAsync(Source, Insert.Replace("{0}", $"{Events}", StringComparison.Ordinal)
            .Replace("{1}", Type, StringComparison.Ordinal));
        // Events are taken in page by page: nobody counts rows meanwhile, which would take the processors.
        var last = await databases.ScalarAsync<Guid>(Source, "select id from event_log order by sequence desc limit 1");
        var since = Stopwatch.StartNew();
        while (await databases.ScalarAsync<long>(
            "insights", $"select count(*) from timeline where event_id = '{last}'") == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(500));
        }

        table.AtMost(
            "catching up with 1,000,000 events, s / догнать 1 000 000 событий, с", since.Elapsed.TotalSeconds, 300);
        await databases.SettleAsync();
        var rates = await Bench.MediansAsync(() => ReadAsync(park), () => SelectAsync(databases));
        table.Ratio(
            "events/s, feed : plain select / событий/с, лента : простой select", rates[0], rates[1], 0.5);
    }

    private static async Task<double> ReadAsync(ParkProcess park)
    {
        var token = SignedIn.AccessTokenIn(await SignedIn.AskAsync(park.Named("identity").Single().Endpoints["http"],
            new()
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = "insights",
                ["client_secret"] = await File.ReadAllTextAsync(
                    Path.Combine(park.StateDirectory, "secrets", "client-insights")),
                ["scope"] = "technopark.services",
            }));
        using var channel = GrpcChannel.ForAddress(park.Named(Source).Single().Endpoints["grpc"]);
        var since = Stopwatch.StartNew();
        using var call = new EventFeed.EventFeedClient(channel).Read(
            new ReadRequest(), new Metadata { { "Authorization", $"Bearer {token}" } });
        var events = 0;
        await foreach (var _ in call.ResponseStream.ReadAllAsync())
        {
            events++;
        }

        return events / since.Elapsed.TotalSeconds;
    }

    private static async Task<double> SelectAsync(Databases databases)
    {
        var since = Stopwatch.StartNew();
        await using var command = databases[Source].CreateCommand(Select);
        await using var reader = await command.ExecuteReaderAsync();
        var (events, row) = (0, new object[reader.FieldCount]);
        while (await reader.ReadAsync())
        {
            reader.GetValues(row);
            events++;
        }

        return events / since.Elapsed.TotalSeconds;
    }
}
