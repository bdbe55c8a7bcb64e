namespace Technopark.Incubation.Tests;

public sealed class EventHandlerTests(IncubationFixture incubation)
{
    [Fact]
    public async Task A_company_is_known_as_the_registry_last_said()
    {
        var company = await incubation.RegisteredCompanyAsync();
        Assert.Equal(("Невская робототехника", "registered"), await KnownAsync(company));
        await incubation.HearAsync(CompanyEvents.Verified(company, "Невский завод роботов"));
        Assert.Equal(("Невский завод роботов", "verified"), await KnownAsync(company));
        Assert.Null(await incubation.Api.FindAsync($"{incubation.Root}/companies/{Guid.CreateVersion7()}"));
    }

    [Fact]
    public async Task All_at_once_end_the_same_too()
    {
        var companies = Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7()).ToArray();
        foreach (var company in companies)
        {
            await Task.WhenAll(
                incubation.PublishAsync(CompanyEvents.Liquidated(company)),
                incubation.PublishAsync(CompanyEvents.Verified(company)),
                incubation.PublishAsync(CompanyEvents.Registered(company)));
        }

        await Eventually.TrueAsync("all are heard", async () => await incubation.ScalarAsync<long>(
            """
            select count(*) from company_replica
            where id = any($1) and status = 'Liquidated' and status_version = 3 and name = 'Невская робототехника'
            """,
            companies) == 20);
    }

    [Fact]
    public async Task Liquidation_ends_what_is_open_and_leaves_what_is_over()
    {
        var company = await incubation.CompanyAsync();
        var rejected = await incubation.DecideAsync(
            await incubation.AppliedAsync(["submit", "screen", "deliberate"], company: company), "rejected");
        var graduated = await incubation.Api.ActAsync(
            await incubation.ActiveAsync(company: company), "proposeGraduation");
        graduated = await incubation.Api.ActAsync(
            graduated, "graduate", new { graduatedOn = IncubationFixture.Today.AddDays(-1) });
        var draft = await incubation.DraftAsync(company: company);
        var submitted = await incubation.AppliedAsync(["submit"], company: company);
        var offered = await incubation.OfferedAsync(company: company);
        var active = await incubation.ActiveAsync(company: company);
        var other = await incubation.ActiveAsync();

        var cause = await incubation.HearAsync(CompanyEvents.Liquidated(company), times: 3);

        foreach (var (thing, status) in new[]
        {
            (rejected, "rejected"), (graduated, "graduated"), (draft, "withdrawn"), (submitted, "withdrawn"),
            (offered, "terminated"), (active, "terminated"), (other, "active"),
        })
        {
            Assert.Equal(status, (await incubation.NowAsync(thing)).Status);
        }

        var caused = (await incubation.SaidAsync(company)).Where(said => said.CausationId == cause).ToList();
        Assert.Equal(
            new[]
            {
                ("applicationWithdrawn", submitted.Id), ("residencyEnded", active.Id), ("residencyEnded", offered.Id),
            }.Order(),
            caused.Select(said => (said.Type, said.Subject)).Order());
        Assert.All(caused, said => Assert.Contains(
            "liquidation", said.Data.GetProperty("reason").GetString(), StringComparison.Ordinal));
        Assert.Equal("409 invalidTransition", await incubation.ActRefusedAsync(active, "proposeGraduation"));
    }

    [Fact]
    public async Task Rejection_ends_what_is_open()
    {
        var company = await incubation.RegisteredCompanyAsync();
        var (submitted, offered) = (
            await incubation.AppliedAsync(["submit"], company: company),
            await incubation.OfferedAsync(company: company));
        await incubation.HearAsync(CompanyEvents.Rejected(company));
        Assert.Equal("withdrawn", (await incubation.NowAsync(submitted)).Status);
        Assert.Equal("terminated", (await incubation.NowAsync(offered)).Status);
    }

    [Fact]
    public async Task Liquidation_meets_applications_under_way_and_leaves_none_open()
    {
        for (var round = 0; round < 10; round++)
        {
            var company = await incubation.CompanyAsync();
            var calls = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => incubation.CallAsync()));
            var applying = calls.Select(
                call => IncubationFixture.OutcomeAsync(() => incubation.DraftAsync(call, company))).ToList();
            await incubation.HearAsync(CompanyEvents.Liquidated(company));
            var outcomes = await Task.WhenAll(applying);
            Assert.All(outcomes, outcome => Assert.Contains(
                outcome, (string[])["draft", "409 companyNotAdmissible companyId"]));
            Assert.Equal(0, await incubation.ScalarAsync<long>(
                "select count(*) from applications where company_id = $1 and status <> 'Withdrawn'", company));
        }
    }

    private async Task<(string Name, string Status)> KnownAsync(Guid company)
    {
        var known = await incubation.Api.GetAsync($"{incubation.Root}/companies/{company}");
        return (known.Text("name"), known.Status);
    }
}
