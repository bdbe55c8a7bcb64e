using Grpc.Core;
using Grpc.Net.Client;
using RabbitMQ.Client;
using Technopark.Feed.V1;

namespace Technopark.SystemTests;

/// <summary>What may befall events on their way out, while clients write.</summary>
public sealed class OutboxFaultTests(RunningPark park)
{
    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(12);

    /// <summary>Whoever asked the frozen one waits for it until the gateway gives it up.</summary>
    private static readonly TimeSpan UntilClientsTurn = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task A_publisher_that_freezes_is_replaced_within_seconds_and_does_no_harm_when_it_wakes() =>
        await Ledger.SurviveAsync(park, async () =>
        {
            var fence = await park.ScalarAsync<long>("registry", "select fence from publisher");
            var holder = await park.ScalarAsync<string>("registry", "select split_part(holder, '/', 2) from publisher");
            await RunningPrograms.SignalAsync("STOP", holder);
            try
            {
                await Eventually.TrueAsync("another process publishes", async () => await park.ScalarAsync<long>(
                    "registry", "select fence from publisher") > fence, Seconds);
                var sequence = await park.ScalarAsync<long>("registry", "select published from publisher");
                await Eventually.TrueAsync("it goes on", async () => await park.ScalarAsync<long>(
                    "registry", "select published from publisher") > sequence, UntilClientsTurn);
            }
            finally
            {
                await RunningPrograms.SignalAsync("CONT", holder);
            }
        });

    /// <summary>A broker short of memory takes nothing: what waits is sent once, when it has room again.</summary>
    [Fact]
    public async Task A_broker_that_blocks_gets_each_event_once()
    {
        const string queue = $"{RunningPark.Subscriber}.each";
        await using var connection = await BrokerClient.ConnectAsync(park.BrokerAs(RunningPark.Subscriber));
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync(queue, "technopark.registry.companyVerified.v1", "");
        await Ledger.SurviveAsync(park, async () =>
        {
            await park.BrokerControlAsync("set_vm_memory_high_watermark", "0.00001");
            try
            {
                // In the log, where readers of the feed find them, and nowhere else.
                await Eventually.TrueAsync("events wait", async () => await park.ScalarAsync<long>(
                    "registry", "select sequence - published from publisher") > 20, TimeSpan.FromSeconds(30));
                // Longer than a confirm may take.
                await Task.Delay(Seconds);
            }
            finally
            {
                await park.BrokerControlAsync("set_vm_memory_high_watermark", "0.4");
            }
        });
        var ids = new List<string>();
        while (await channel.BasicGetAsync(queue, autoAck: true) is { } message)
        {
            ids.Add(message.BasicProperties.MessageId!);
        }

        await channel.QueueDeleteAsync(queue);
        Assert.NotEmpty(ids);
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task Readers_of_the_feed_that_do_not_read_cost_the_service_nothing()
    {
        using var channel = GrpcChannel.ForAddress(
            park.State.Resources.First(process => process.Name == "registry").Endpoints["grpc"]);
        var headers = new Metadata { { "Authorization", $"Bearer {await park.ServiceTokenAsync("insights")}" } };
        var silent = Enumerable.Range(0, 24)
            .Select(_ => new EventFeed.EventFeedClient(channel).Read(new ReadRequest { Follow = true }, headers))
            .ToArray();
        await park.ExecuteAsync("registry", "select pg_sleep(2)");
        Assert.Equal(0, await park.ScalarAsync<long>("registry", """
            select count(*) from pg_stat_activity
            where datname = 'registry' and usename = 'registry' and state <> 'idle' and query like '%event_log%'
            """));
        var companies = await Task.WhenAll(
            Enumerable.Range(0, 30).Select(i => park.Api.TeamAsync($"Рядом / Beside {i}")));
        Assert.Equal(30, companies.Select(company => company.Id).Distinct().Count());
        Array.ForEach(silent, call => call.Dispose());
    }
}
