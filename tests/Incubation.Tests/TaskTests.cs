namespace Technopark.Incubation.Tests;

public sealed class TaskTests(IncubationFixture incubation) : TaskTests<Program>(incubation, Tasks.Table)
{
    private static readonly string[] Screened = ["submit", "screen"];
    private static readonly string[] Deliberated = ["submit", "screen", "deliberate"];

    protected override IReadOnlyDictionary<string, WaitingCase> Cases => new Dictionary<string, WaitingCase>
    {
        ["submitApplication"] = new(
            async of => await incubation.DraftAsync(
                await incubation.CallAsync(closes: 10), await incubation.RegisteredCompanyAsync(of)),
            Step("submit")),
        ["screenApplication"] = new(of => AppliedAsync(["submit"], of), Step("screen")),
        ["assignReviewer"] = new(of => AppliedAsync(Screened, of, quorum: 1), application => AssignAsync(application)),
        ["reviewApplication"] = new(
            async of => await AssignAsync(await AppliedAsync(Screened, of, quorum: 1)), Step("review")),
        ["deliberateApplication"] = new(of => AppliedAsync(Screened, of), Step("deliberate")),
        ["endReview"] = new(
            async of => await incubation.Api.ActAsync(
                await AssignAsync(await AppliedAsync(Screened, of, quorum: 1)), "review"),
            Step("deliberate", new { overrideReason = "мало экспертов" })),
        ["decideApplication"] = new(of => AppliedAsync(Deliberated, of), Step("decide", Decision("rejected"))),
        ["offerFreeSeat"] = new(
            async of => await incubation.DecideAsync(await AppliedAsync(Deliberated, of), "waitListed"),
            Step("decide", Decision("rejected"))),
        ["signResidency"] = new(
            async of => await incubation.OfferedAsync(company: await incubation.CompanyAsync(of)), Step("sign")),
        ["startResidency"] = new(
            async of => await incubation.SignedAsync(company: await incubation.CompanyAsync(of)),
            Step("start", new { startedOn = IncubationFixture.Today })),
        ["proposeGraduation"] = new(of => ActiveAsync(of, startedDaysAgo: 10), Step("proposeGraduation")),
        ["graduateResident"] = new(
            async of => await incubation.Api.ActAsync(await ActiveAsync(of, startedDaysAgo: 10), "proposeGraduation"),
            Step("graduate", new { graduatedOn = IncubationFixture.Today })),
        ["endResidency"] = new(
            of => ActiveAsync(of, startedDaysAgo: 100),
            Step("end", new { end = "expired", reason = "срок вышел", endedOn = IncubationFixture.Today })),
    };

    protected override IReadOnlyDictionary<string, string> NotWaiting => new Dictionary<string, string>();

    [Fact]
    public async Task It_waits_since_it_came_into_its_state_and_not_since_it_was_touched()
    {
        var drafted = await incubation.DraftAsync();
        var created = drafted.Body.GetProperty("createdAt").GetDateTimeOffset();
        Assert.Equal(created, await SinceAsync(drafted));
        var submitted = await incubation.Api.ActAsync(drafted, "submit");
        var since = await SinceAsync(submitted);
        Assert.True(since > created);
        await AssignAsync(submitted);
        Assert.Equal(since, await SinceAsync(submitted));
    }

    private static object Decision(string outcome) => new { outcome, rationale = "Команда и рынок" };

    private async Task<DateTimeOffset> SinceAsync(Thing application) => await incubation.ScalarAsync<DateTime>(
        "select status_since from applications where id = $1", application.Id);

    private Func<Thing, Task> Step(string verb, object? body = null) =>
        thing => incubation.Api.ActAsync(thing.Path, verb, body);

    private async Task<Thing> AppliedAsync(string[] steps, Guid[] of, int quorum = 0) =>
        await incubation.AppliedAsync(steps, company: await incubation.CompanyAsync(of), quorum: quorum);

    private async Task<Thing> AssignAsync(Thing application) => await incubation.Api.ActAsync(
        application.Path, "assign", new { reviewerId = await incubation.PersonAsync(Roles.Expert) });

    /// <summary>In a programme of one month.</summary>
    private async Task<Thing> ActiveAsync(Guid[] of, int startedDaysAgo) => await incubation.ActiveAsync(
        await incubation.ProgrammeAsync(termMonths: 1), await incubation.CompanyAsync(of), startedDaysAgo);
}
