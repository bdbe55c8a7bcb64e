namespace Technopark.Incubation.Tests;

public sealed class ResidencyTests(IncubationFixture incubation)
{
    [Fact]
    public async Task From_the_offer_to_graduation()
    {
        var residency = await incubation.OfferedAsync();
        Assert.Equal("offered", residency.Status);
        residency = await incubation.Api.ActAsync(residency, "sign");
        Assert.Equal("signed", residency.Status);
        residency = await incubation.StartAsync(residency, daysAgo: 700);
        Assert.Equal(("active", Day(-700)), (residency.Status, residency.Text("startedOn")));
        Assert.Equal(
            IncubationFixture.Text(IncubationFixture.Today.AddDays(-700).AddMonths(36)), residency.Text("termEndsOn"));
        residency = await incubation.Api.ActAsync(residency, "proposeGraduation");
        residency = await incubation.Api.ActAsync(residency, "graduate", new { graduatedOn = Day(-10) });
        Assert.Equal(("graduated", Day(-10)), (residency.Status, residency.Text("graduatedOn")));
        Assert.Equal(["residencyStarted", "residentGraduated"], await incubation.EventsAsync(residency.Id));
        Assert.Equal(
            ["applicationSubmitted", "applicationDecided", "residencyStarted", "residentGraduated"],
            await incubation.EventsAsync(Guid.Parse(residency.Text("companyId"))));
    }

    [Fact]
    public async Task Only_a_verified_company_signs()
    {
        var company = await incubation.RegisteredCompanyAsync();
        var offer = await incubation.OfferedAsync(company: company);
        Assert.Equal("409 companyNotVerified companyId", await incubation.ActRefusedAsync(offer, "sign"));

        await incubation.HearAsync(CompanyEvents.Verified(company));
        Assert.Equal("signed", (await incubation.Api.ActAsync(offer, "sign")).Status);
    }

    [Fact]
    public async Task Nobody_starts_or_graduates_tomorrow()
    {
        var signed = await incubation.SignedAsync();
        Assert.Equal("400 startedOn", await incubation.ActRefusedAsync(signed, "start", new { startedOn = Day(1) }));
        var proposed = await incubation.Api.ActAsync(await incubation.StartAsync(signed), "proposeGraduation");
        Assert.Equal(
            "400 graduatedOn", await incubation.ActRefusedAsync(proposed, "graduate", new { graduatedOn = Day(1) }));
    }

    [Fact]
    public async Task Nothing_happens_to_a_company_before_it_is_one()
    {
        var before = CompanyEvents.Begun.AddDays(-1);
        var company = await incubation.CompanyAsync();
        var call = await incubation.CallAsync(opens: -10_000);
        var application = new { companyId = company, answers = new { }, submittedOn = before };
        Assert.Equal(
            "400 submittedOn", await incubation.CreateRefusedAsync($"{call.Path}/applications", application));
        var draft = await incubation.DraftAsync(call, company);
        Assert.Equal(
            "400 submittedOn", await incubation.ActRefusedAsync(draft, "submit", new { submittedOn = before }));
        var signed = await incubation.SignedAsync();
        Assert.Equal("400 startedOn", await incubation.ActRefusedAsync(signed, "start", new { startedOn = before }));
        Assert.Equal("400 endedOn", await incubation.ActRefusedAsync(
            signed, "end", new { end = "withdrawn", reason = "передумали", endedOn = before }));
    }

    [Fact]
    public async Task A_seat_is_held_until_its_resident_leaves()
    {
        var programme = await incubation.ProgrammeAsync(seats: 1);
        var first = await incubation.ActiveAsync(programme);
        var second = await incubation.SignedAsync(programme);
        Assert.Equal("409 noSeat", await incubation.ActRefusedAsync(second, "start", new { startedOn = Day(0) }));

        await EndAsync(first, "withdrawn", -1);
        Assert.Equal("active", (await incubation.StartAsync(second, daysAgo: 0)).Status);
    }

    [Fact]
    public async Task Two_starts_for_the_last_seat_are_one()
    {
        var programme = await incubation.ProgrammeAsync(seats: 3);
        var signed = new List<Thing>();
        for (var i = 0; i < 8; i++)
        {
            signed.Add(await incubation.SignedAsync(programme));
        }

        var outcomes = await Task.WhenAll(
            signed.Select(residency => IncubationFixture.OutcomeAsync(() => incubation.StartAsync(residency))));
        Assert.Equal(3, outcomes.Count(outcome => outcome == "active"));
        Assert.Equal(5, outcomes.Count(outcome => outcome == "409 noSeat"));
        Assert.Equal(
            3, (await incubation.IdsAsync($"{incubation.Residencies}?programmeId={programme.Id}&status=active")).Count);
    }

    [Fact]
    public async Task A_company_is_a_resident_of_a_programme_once_at_a_time()
    {
        var (programme, company) = (await incubation.ProgrammeAsync(), await incubation.CompanyAsync());
        await incubation.ActiveAsync(programme, company);
        var second = await incubation.SignedAsync(programme, company);
        Assert.Equal(
            "409 alreadyResident", await incubation.ActRefusedAsync(second, "start", new { startedOn = Day(0) }));
    }

    [Fact]
    public async Task All_residencies_together_are_no_longer_than_the_term()
    {
        var (programme, company) = (await incubation.ProgrammeAsync(termMonths: 12), await incubation.CompanyAsync());
        var first = await incubation.ActiveAsync(programme, company, startedDaysAgo: 1000);
        await EndAsync(first, "withdrawn", -1000 + 200);

        var second = await incubation.ActiveAsync(programme, company, startedDaysAgo: 500);
        Assert.Equal(
            IncubationFixture.Text(IncubationFixture.Today.AddDays(-500).AddMonths(12 - 7)), second.Text("termEndsOn"));
        await EndAsync(second, "expired", -300);

        var third = await incubation.SignedAsync(programme, company);
        Assert.Equal("409 termUsed", await incubation.ActRefusedAsync(third, "start", new { startedOn = Day(-10) }));
    }

    [Theory]
    [InlineData("terminated")]
    [InlineData("withdrawn")]
    public async Task An_end_says_how_and_why(string end)
    {
        var ended = await EndAsync(await incubation.ActiveAsync(), end, -5);
        Assert.Equal((end, Day(-5), "переезд"), (ended.Status, ended.Text("endedOn"), ended.Text("endReason")));
        var said = (await incubation.SaidAsync(ended.Id))[^1];
        Assert.Equal(("residencyEnded", end), (said.Type, said.Data.GetProperty("end").GetString()));
        Assert.Equal("409 invalidTransition", await incubation.ActRefusedAsync(ended, "end", End(end, 0)));
    }

    [Fact]
    public async Task Residencies_are_listed_by_company_programme_and_status()
    {
        var (programme, company) = (await incubation.ProgrammeAsync(), await incubation.CompanyAsync());
        var active = await incubation.ActiveAsync(programme, company);
        var offered = await incubation.OfferedAsync(programme);
        var elsewhere = await incubation.OfferedAsync(company: company);

        Assert.Equal([offered.Id, active.Id], await IdsAsync($"programmeId={programme.Id}"));
        Assert.Equal([elsewhere.Id, active.Id], await IdsAsync($"companyId={company}"));
        Assert.Equal([active.Id], await IdsAsync($"programmeId={programme.Id}&status=active"));

        Task<List<Guid>> IdsAsync(string filter) => incubation.IdsAsync($"{incubation.Residencies}?{filter}", limit: 1);
    }

    private Task<Thing> EndAsync(Thing residency, string end, int day) =>
        incubation.Api.ActAsync(residency, "end", End(end, day));

    private static object End(string end, int day) => new { end, reason = "переезд", endedOn = Day(day) };

    private static string Day(int offset) => IncubationFixture.Text(IncubationFixture.Today.AddDays(offset));
}
