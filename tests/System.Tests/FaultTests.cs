namespace Technopark.SystemTests;

/// <summary>
/// What happens when parts of the park die while clients write: nothing acknowledged is lost, nothing happens twice,
/// and everything heals by itself.
/// </summary>
public sealed class FaultTests(RunningPark park)
{
    private static readonly TimeSpan BrokerAway = TimeSpan.FromSeconds(20);

    public static TheoryData<string> Victims => [.. RunningPark.Centres, "gateway", "postgres"];

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
        var ledger = await SurviveAsync(async () =>
        {
            foreach (var centre in RunningPark.Centres)
            {
                await park.ExecuteAsync(centre, "update outbox set sent_at = null; notify outbox;");
            }
        });
        foreach (var centre in RunningPark.Centres)
        {
            await park.ExecuteAsync(centre, "update outbox set sent_at = null; notify outbox;");
        }

        await ledger.CheckAsync();
    }

    [Fact]
    public async Task A_message_that_cannot_be_consumed_waits_visibly_and_is_redriven_after_the_fix()
    {
        var company = await park.Api.CreateAsync(
            "/api/registry/v1/companies",
            new { name = "Ядовитая / Poisonous", kind = "team", founders = Array.Empty<object>() });
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
            "it is among the dead", async () =>
                (await park.MessagesAsync("insights")).GetProperty("dead").GetInt64() == 1, TimeSpan.FromSeconds(60));
        Assert.Equal(0, await InTimelineAsync(company.Id, "companyRejected"));

        await park.ExecuteAsync("insights", "alter table timeline drop constraint bug");
        await park.OperateAsync(HttpMethod.Post, "insights", "/ops/messages/redrive");
        await Eventually.TrueAsync("its effect", async () => await InTimelineAsync(company.Id, "companyRejected") == 1);
        Assert.Equal(0, (await park.MessagesAsync("insights")).GetProperty("dead").GetInt64());
    }

    private async Task<Ledger> SurviveAsync(Func<Task> fault)
    {
        var resident = await new ChainPath(park.Api).ResidentAsync();
        var ledger = new Ledger(park);
        await ledger.OpenAsync();
        await new Writers(park, ledger, resident.Commitment).WhileAsync(fault);
        await ledger.CheckAsync();
        return ledger;
    }

    private Task<long> InTimelineAsync(Guid company, string type) =>
        park.ScalarAsync<long>(
            "insights", "select count(*) from timeline where company_id = $1 and type = $2", company,
            $"technopark.registry.{type}.v1");
}
