namespace Technopark.SystemTests;

/// <summary>Parts of the park die while clients write: nothing is lost, nothing happens twice, all heals.</summary>
public sealed class FaultTests(RunningPark park)
{
    private static readonly TimeSpan BrokerAway = TimeSpan.FromSeconds(20);

    /// <summary>The way in, the database, a centre of two replicas and one alone; in a full run every centre.</summary>
    public static TheoryData<string> Victims =>
        ["gateway", "postgres", .. RunningPark.IsFull ? RunningPark.Centres : ["registry", "insights"]];

    [Theory, MemberData(nameof(Victims))]
    public async Task A_killed_process_costs_nothing(string victim) => await SurviveAsync(() => park.KillAsync(victim));

    [Fact]
    public async Task A_broker_that_is_away_for_twenty_seconds_costs_nothing_and_refuses_nothing()
    {
        var ledger = await SurviveAsync(() => park.KillAsync("rabbitmq", BrokerAway));
        Assert.Equal(0, ledger.Refused);
    }

    [Fact]
    public async Task Every_message_delivered_twice_has_its_effect_once()
    {
        var ledger = await SurviveAsync(SendAgainAsync);
        await SendAgainAsync();
        await ledger.CheckAsync();

        async Task SendAgainAsync()
        {
            foreach (var centre in RunningPark.Centres)
            {
                await park.ExecuteAsync(centre, """
                    update publisher set published = 0, fence = fence + 1, expires_at = '-infinity'; notify outbox;
                    """);
            }
        }
    }

    [Fact]
    public async Task A_message_that_cannot_be_consumed_waits_visibly_and_is_redriven_after_the_fix()
    {
        var company = await park.Api.TeamAsync("Ядовитая / Poisonous");
        await Eventually.TrueAsync(
            "the timeline knows it", async () => await InTimelineAsync(company.Id, "companyRegistered") == 1);
        await park.ExecuteAsync(
            "insights",
            $"""
            alter table timeline add constraint bug
            check (company_id <> '{company.Id}' or type <> 'technopark.registry.companyRejected.v1') not valid
            """);
        await park.Api.ActAsync(company.Path, "reject", new { reason = "проверка" });
        await Eventually.TrueAsync(
            "it is among the dead", async () => await park.MessagesAsync("insights", "dead") == 1,
            TimeSpan.FromSeconds(60));
        Assert.Equal(0, await InTimelineAsync(company.Id, "companyRejected"));

        await park.ExecuteAsync("insights", "alter table timeline drop constraint bug");
        using var redriven = await park.OperateAsync(HttpMethod.Post, "insights", "/ops/messages/redrive");
        redriven.EnsureSuccessStatusCode();
        await Eventually.TrueAsync("its effect", async () => await InTimelineAsync(company.Id, "companyRejected") == 1);
        Assert.Equal(0, await park.MessagesAsync("insights", "dead"));
    }

    private Task<Ledger> SurviveAsync(Func<Task> fault) => Ledger.SurviveAsync(park, fault);

    private Task<long> InTimelineAsync(Guid company, string type) =>
        park.ScalarAsync<long>(
            "insights", "select count(*) from timeline where company_id = $1 and type = $2", company,
            $"technopark.registry.{type}.v1");
}
