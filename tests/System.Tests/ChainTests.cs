namespace Technopark.SystemTests;

/// <summary>The chain through the gateway, across all centres.</summary>
public sealed class ChainTests(RunningPark park)
{
    [Fact]
    public async Task Money_paid_into_a_resident_is_attracted_until_it_is_taken_back()
    {
        var resident = await park.Api.ResidentAsync();
        var before = await park.AttractedAsync();
        var tranche = await park.Api.CreateAsync($"{resident.Commitment}/tranches", new
        {
            amount = new { amount = "1234567.89", currency = "RUB" },
            paidOn = "2026-02-03",
            evidence = "п/п 1",
        });
        await Eventually.TrueAsync("it counts", async () => await park.AttractedAsync() == before + 1234567.89m);
        Assert.Equal(0, await park.AttractedAsync("?asOf=2024-12-31"));
        await park.Api.ActAsync(tranche, "reverse", new { reason = "ошибка банка" });
        await Eventually.TrueAsync("it does not count", async () => await park.AttractedAsync() == before);
    }

    [Fact]
    public async Task A_liquidation_ends_what_every_centre_has_open()
    {
        var resident = await park.Api.ResidentAsync();
        await park.Api.ActAsync(
            resident.Company.Path, "liquidate", new { reason = "решение", liquidatedOn = "2026-03-01" });
        await Eventually.TrueAsync(
            "the residency ends", async () => (await park.Api.GetAsync(resident.Residency)).Status == "terminated");
        await Eventually.TrueAsync(
            "the commitment ends", async () => (await park.Api.GetAsync(resident.Commitment)).Status == "withdrawn");
    }

    [Fact]
    public async Task One_trace_goes_from_the_request_to_every_timeline_entry()
    {
        var resident = await park.Api.ResidentAsync();
        var path = $"/api/insights/v1/companies/{resident.Company.Id}/timeline?limit=200";
        var timeline = await Eventually.GetAsync(
            "the story", async () => (Thing?)await park.Api.GetAsync(path), page => page.Items.Count >= 6);
        Assert.All(
            timeline.Items, entry => Assert.Matches("^[0-9a-f]{32}$", entry.GetProperty("traceId").GetString()));
    }

    [Theory]
    [InlineData("/ops/messages")]
    [InlineData("/api/registry/ops/messages")]
    [InlineData("/api/registry/v1/../../../ops/messages")]
    [InlineData("/api/registry/v1/%2e%2e/%2e%2e/%2e%2e/ops/messages")]
    [InlineData("/alive/../ops/messages")]
    [InlineData("/technopark.feed.v1.EventFeed/Read")]
    public async Task Nothing_internal_can_be_reached_through_the_gateway(string path)
    {
        using var answer = await park.Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(
            answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.BadRequest, $"{path}: {answer.StatusCode}");
    }
}
