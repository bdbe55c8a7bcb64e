namespace Technopark.Incubation.Tests;

public sealed class ApplicationLifeTests(IncubationFixture incubation)
{
    private static readonly string[] ToDeliberation = ["submit", "screen", "deliberate"];

    [Fact]
    public async Task The_way_without_reviews()
    {
        var application = await incubation.DraftAsync();
        Assert.Equal(("draft", "submit,withdraw"), (application.Status, Allowed(application)));
        foreach (var (verb, status, allowed) in new[]
        {
            ("submit", "submitted", "screen,withdraw,assign"), ("screen", "screening", "deliberate,withdraw,assign"),
            ("deliberate", "deliberation", "decide,withdraw"),
        })
        {
            application = await incubation.Api.ActAsync(application, verb);
            Assert.Equal((status, allowed), (application.Status, Allowed(application)));
        }

        var decided = await incubation.DecideAsync(application, "rejected");
        Assert.Equal(
            ("rejected", "", "Команда и рынок"), (decided.Status, Allowed(decided), decided.Text("rationale")));
        Assert.Equal(["applicationSubmitted", "applicationDecided"], await incubation.EventsAsync(application.Id));
    }

    [Fact]
    public async Task With_a_quorum_there_are_reviews_or_a_reason_to_do_without()
    {
        var screening = await incubation.AppliedAsync(["submit", "screen"], quorum: 2);
        Assert.Equal("review,withdraw,assign", Allowed(screening));
        Assert.Equal("409 invalidTransition", await incubation.ActRefusedAsync(screening, "deliberate"));

        var reviewed = await incubation.Api.ActAsync(screening, "review");
        Assert.Equal("underReview", reviewed.Status);
        Assert.Equal("409 quorumMissing", await incubation.ActRefusedAsync(reviewed, "deliberate"));

        var deliberated = await incubation.Api.ActAsync(
            reviewed, "deliberate", new { overrideReason = "мало экспертов" });
        Assert.Equal(("deliberation", "мало экспертов"), (deliberated.Status, deliberated.Text("overrideReason")));
    }

    [Fact]
    public async Task A_step_not_listed_is_refused_with_what_is_possible()
    {
        var draft = await incubation.DraftAsync();
        var refused = await incubation.Api.ActRefusedAsync(
            draft.Path, "decide", new { outcome = "accepted", rationale = "Рано" });
        Assert.Equal((HttpStatusCode.Conflict, "invalidTransition"), (refused.Status, refused.Code));
        var detail = refused.Problem.GetProperty("detail").GetString();
        Assert.Contains("draft", detail, StringComparison.Ordinal);
        Assert.Contains("submit, withdraw", detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public async Task It_can_be_withdrawn_from_every_open_state(int steps)
    {
        var application = await incubation.AppliedAsync(
            [.. ((string[])["submit", "screen", "review", "deliberate"]).Take(steps)], quorum: 1);
        var withdrawn = await incubation.Api.ActAsync(application, "withdraw", new { reason = "передумали" });
        Assert.Equal(
            ("withdrawn", "передумали", ""),
            (withdrawn.Status, withdrawn.Text("withdrawalReason"), Allowed(withdrawn)));
        string[] said = steps == 0 ? [] : ["applicationSubmitted", "applicationWithdrawn"];
        Assert.Equal(said, await incubation.EventsAsync(application.Id));
    }

    [Theory]
    [InlineData("accepted")]
    [InlineData("rejected")]
    public async Task The_wait_list_ends_with_a_decision(string outcome)
    {
        var listed = await incubation.DecideAsync(await incubation.AppliedAsync(ToDeliberation), "waitListed");
        Assert.Equal(("waitListed", "decide,withdraw"), (listed.Status, Allowed(listed)));
        object again = new { outcome = "waitListed", rationale = "Ещё раз" };
        Assert.Equal("409 alreadyWaitListed", await incubation.ActRefusedAsync(listed, "decide", again));
        Assert.Equal(outcome, (await incubation.DecideAsync(listed, outcome)).Status);
        Assert.Equal(
            ["applicationSubmitted", "applicationDecided", "applicationDecided"],
            await incubation.EventsAsync(listed.Id));
        var offers = await incubation.IdsAsync($"{incubation.Residencies}?companyId={listed.Text("companyId")}");
        Assert.Equal(outcome == "accepted" ? 1 : 0, offers.Count);
    }

    [Fact]
    public async Task Parallel_decisions_are_one_and_offer_one_residency()
    {
        var application = await incubation.AppliedAsync(ToDeliberation);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ =>
            IncubationFixture.OutcomeAsync(() => incubation.DecideAsync(application, "accepted"))));
        Assert.Single(outcomes, "accepted");
        Assert.All(outcomes, outcome => Assert.Contains(
            outcome, (string[])["accepted", "412 stale", "409 residencyOffered"]));
        Assert.Equal(
            1,
            await incubation.ScalarAsync<long>(
                "select count(*) from residencies where application_id = $1", application.Id));
    }

    [Theory]
    [InlineData("rationale", """{"outcome":"accepted","rationale":""}""")]
    [InlineData("outcome", """{"outcome":"perhaps","rationale":"Да"}""")]
    [InlineData("rationale", """{"outcome":"accepted"}""")]
    public async Task A_decision_is_checked_by_field(string field, string body)
    {
        var application = await incubation.AppliedAsync(ToDeliberation);
        Assert.Equal($"400 {field}", await incubation.ActRefusedAsync(application, "decide", JsonElement.Parse(body)));
    }

    [Fact]
    public async Task Applications_are_listed_by_call_company_and_status()
    {
        var (call, company) = (await incubation.CallAsync(), await incubation.RegisteredCompanyAsync());
        var mine = await incubation.AppliedAsync(["submit"], call, company);
        var theirs = await incubation.DraftAsync(call);
        var elsewhere = await incubation.DraftAsync(company: company);

        Assert.Equal([theirs.Id, mine.Id], await IdsAsync($"callId={call.Id}"));
        Assert.Equal([elsewhere.Id, mine.Id], await IdsAsync($"companyId={company}"));
        Assert.Equal([mine.Id], await IdsAsync($"callId={call.Id}&status=submitted"));
        Assert.Equal([mine.Id], await IdsAsync($"callId={call.Id}&companyId={company}"));

        Task<List<Guid>> IdsAsync(string filter) =>
            incubation.IdsAsync($"{incubation.Applications}?{filter}", limit: 1);
    }

    private static string Allowed(Thing thing) => string.Join(',', thing.Allowed());
}
