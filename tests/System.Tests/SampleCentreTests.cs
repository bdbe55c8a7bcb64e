using Grpc.Core;
using Technopark.Feed.V1;

namespace Technopark.SystemTests;

/// <summary>A centre that nothing but the start of the park names: all that it needs derives from that.</summary>
public sealed class SampleCentreTests(RunningPark park)
{
    private const string Trees = "/api/orchard/v1/trees";
    private const string Planted = "technopark.orchard.treePlanted.v1";

    [Fact]
    public async Task Its_route_leads_through_the_gateway_with_the_rights_that_it_says_itself()
    {
        var tree = await park.Api.CreateAsync(Trees, new { sort = "Антоновка" });
        Assert.StartsWith(Trees, tree.Path, StringComparison.Ordinal);
        Assert.Equal("Антоновка", (await park.Api.GetAsync(tree.Path)).Body.GetProperty("sort").GetString());
        using var founder = await park.State.ClientAsync("founder", "orchard-founder");
        using var refused = await founder.GetAsync(tree.Path);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task The_reference_shows_its_document()
    {
        var document = await park.Http.GetFromJsonAsync<JsonElement>("/openapi/orchard.v1.json");
        Assert.True(document.GetProperty("paths").TryGetProperty(Trees, out _));
        Assert.Contains(
            "openapi/orchard.v1.json", await park.Http.GetStringAsync("/reference/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_a_user_of_its_own_at_the_broker_and_its_events_are_heard_there()
    {
        await park.HearAsync(Planted, () => park.Api.CreateAsync(Trees, new { sort = "Белый налив" }));
        await using var connection = await BrokerClient.ConnectAsync(park.BrokerAs("orchard"));
        await using var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclarePassiveAsync(Planted);
        await Assert.ThrowsAnyAsync<Exception>(() => channel.QueuePurgeAsync("insights.registry.companyRegistered.v1"));
    }

    [Fact]
    public async Task Its_event_feed_answers_other_services_by_gRPC()
    {
        var tree = await park.Api.CreateAsync(Trees, new { sort = "Коричное" });
        await Eventually.TrueAsync("it is in the feed", async () => (await FeedAsync(reader: "identity"))
            .Any(entry => entry.Type == Planted && entry.Subject == $"{tree.Id}"));
        var refused = await Assert.ThrowsAsync<RpcException>(() => FeedAsync(reader: "orchard"));
        Assert.Equal(StatusCode.PermissionDenied, refused.StatusCode);
    }

    private async Task<IReadOnlyList<FeedEvent>> FeedAsync(string reader) =>
        await park.FeedAsync("orchard", await park.ServiceTokenAsync(reader));
}
