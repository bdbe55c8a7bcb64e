using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Technopark.SystemTests;

/// <summary>Each service is a user of its own at the broker: what it cannot do there, whatever it tries.</summary>
public sealed class BrokerTests(RunningPark park)
{
    private const string Foreign = "technopark.investment.tranchePaid.v1";
    private const string ForeignQueue = "insights.registry.companyRegistered.v1";

    private static readonly Dictionary<string, Func<IChannel, Task>> Attempts = new()
    {
        ["publish another's event"] = channel => PublishAsync(channel, Foreign, ""),
        ["publish into another's queue"] = channel => PublishAsync(channel, ForeignQueue, ""),
        ["publish through the default exchange"] = channel => PublishAsync(channel, "", ForeignQueue),
        ["publish through a built-in exchange"] = channel => PublishAsync(channel, "amq.fanout", ""),
        ["consume another's queue"] = channel =>
            channel.BasicConsumeAsync(ForeignQueue, autoAck: true, new AsyncDefaultBasicConsumer(channel)),
        ["get from another's queue"] = channel => channel.BasicGetAsync(ForeignQueue, autoAck: true),
        ["read another's dead"] = channel => channel.BasicGetAsync("insights.events_error", autoAck: true),
        ["purge another's queue"] = channel => channel.QueuePurgeAsync(ForeignQueue),
        ["delete another's queue"] = channel => channel.QueueDeleteAsync(ForeignQueue),
        ["declare another's queue"] = channel => channel.QueueDeclareAsync("insights.other", true, false, false),
        ["declare a queue without a name"] = channel => channel.QueueDeclareAsync(),
        ["declare another's exchange"] = channel =>
            channel.ExchangeDeclareAsync("technopark.investment.invented.v1", "fanout", true),
        ["delete another's exchange"] = channel => channel.ExchangeDeleteAsync(Foreign),
        ["bind to another's queue"] = channel =>
            channel.QueueBindAsync(ForeignQueue, "technopark.registry.companyVerified.v1", ""),
        ["bind to another's exchange"] = channel =>
            channel.ExchangeBindAsync(Foreign, "technopark.registry.companyVerified.v1", ""),
        ["unbind another's queue"] = channel => channel.ExchangeUnbindAsync(ForeignQueue, Foreign, ""),
        ["dead-letter into another's queue"] = channel => channel.QueueDeclareAsync(
            "registry.trap", true, false, false, new Dictionary<string, object?>
            {
                ["x-dead-letter-exchange"] = "",
                ["x-dead-letter-routing-key"] = ForeignQueue,
            }),
        ["divert into another's exchange"] = channel => channel.ExchangeDeclareAsync(
            "technopark.registry.trap.v1", "fanout", true, false,
            new Dictionary<string, object?> { ["alternate-exchange"] = Foreign }),
    };

    private const string Refused = "from event_failure join event_log using (sequence) where id = $1";

    public static TheoryData<string> Names => [.. Attempts.Keys];

    [Theory, MemberData(nameof(Names))]
    public async Task A_service_cannot(string attempt) => await RefusedAsync("registry", attempt);

    [Theory, MemberData(nameof(Names))]
    public async Task A_subscriber_cannot_either(string attempt) =>
        await RefusedAsync(RunningPark.Subscriber, attempt);

    [Fact]
    public async Task The_relay_parks_an_event_that_is_another_services_and_goes_on()
    {
        await park.Api.TeamAsync("До / Before");
        var (id, attracted) = (Guid.CreateVersion7(), await park.AttractedAsync());
        await park.ExecuteAsync("registry", $"""
            insert into outbox (id, type, subject, company_id, time, data)
            select '{id}', '{Foreign}', subject, company_id, now(), data from events limit 1;
            notify outbox;
            """);
        await Eventually.TrueAsync("it is charged", async () => await park.ScalarAsync<long>(
            "registry", $"select count(*) {Refused}", id) == 1);
        await park.ExecuteAsync("registry", "update event_failure set attempts = 9, next_attempt_at = now()");
        await Eventually.TrueAsync("it is parked", async () => await park.ScalarAsync<long>(
            "registry", $"select count(*) {Refused} and failed_at is not null", id) == 1);
        var error = await park.ScalarAsync<string>("registry", $"select last_error {Refused}", id);
        Assert.StartsWith("ACCESS_REFUSED", error, StringComparison.Ordinal);

        var after = await park.Api.TeamAsync("После / After");
        await Eventually.TrueAsync("the next one is heard", async () => await park.ScalarAsync<long>(
            "insights", "select count(*) from timeline where company_id = $1", after.Id) == 1);
        Assert.Equal(
            0, await park.ScalarAsync<long>("insights", "select count(*) from inbox where message_id = $1", id));
        Assert.Equal(attracted, await park.AttractedAsync());
        // A test that has the whole log sent once more would find it again, and the park never be at rest.
        await park.ExecuteAsync("registry", $"delete from event_failure; delete from event_log where id = '{id}'");
    }

    [Fact]
    public async Task A_subscriber_hears_every_event_in_a_queue_of_its_own()
    {
        await park.HearAsync(
            "technopark.registry.companyRegistered.v1", () => park.Api.TeamAsync("Слышна / Heard"));
    }

    [Fact]
    public async Task Nobody_administrates_and_the_users_of_a_fresh_broker_are_not_there()
    {
        var definitions = JsonElement.Parse(File.ReadAllText(park.PathOf("rabbitmq", "definitions.json")));
        Assert.All(
            definitions.GetProperty("users").EnumerateArray(),
            user => Assert.Equal(0, user.GetProperty("tags").GetArrayLength()));
        Assert.DoesNotContain(
            definitions.GetProperty("permissions").EnumerateArray(),
            rights => rights.GetProperty("configure").GetString() == ".*");

        var guest = new UriBuilder(park.State.Rabbitmq) { UserName = "guest", Password = "guest" }.Uri;
        var refused = await Assert.ThrowsAsync<BrokerUnreachableException>(() => BrokerClient.ConnectAsync(guest));
        Assert.IsType<AuthenticationFailureException>(refused.InnerException);
    }

    private static async Task PublishAsync(IChannel channel, string exchange, string key) =>
        await channel.BasicPublishAsync(exchange, key, mandatory: true, "{}"u8.ToArray());

    private async Task RefusedAsync(string user, string attempt)
    {
        await using var connection = await BrokerClient.ConnectAsync(park.BrokerAs(user));
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        await Assert.ThrowsAnyAsync<Exception>(() => Attempts[attempt](channel));
        Assert.Equal<int?>(Constants.AccessRefused, channel.CloseReason?.ReplyCode);
        Assert.StartsWith("ACCESS_REFUSED", channel.CloseReason!.ReplyText, StringComparison.Ordinal);
    }
}
