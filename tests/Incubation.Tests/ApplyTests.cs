namespace Technopark.Incubation.Tests;

public sealed class ApplyTests(IncubationFixture incubation)
{
    [Theory]
    [InlineData(-20, -1)]
    [InlineData(1, 20)]
    public async Task Only_an_open_call_takes_applications(int opens, int closes)
    {
        var call = await incubation.CallAsync(opens: opens, closes: closes);
        var refused = await ApplyRefusedAsync(call, await incubation.RegisteredCompanyAsync());
        Assert.Equal((HttpStatusCode.Conflict, "callNotOpen"), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task History_is_entered_by_the_date_of_submission()
    {
        var (call, company) = (
            await incubation.CallAsync(opens: -400, closes: -380), await incubation.RegisteredCompanyAsync());
        var on = IncubationFixture.Today.AddDays(-390);
        var draft = await incubation.Api.CreateAsync(
            $"{call.Path}/applications", new { companyId = company, answers = new { }, submittedOn = on });

        var late = await incubation.Api.ActRefusedAsync(draft.Path, "submit", new { submittedOn = on.AddDays(11) });
        Assert.Equal((HttpStatusCode.Conflict, "callNotOpen"), (late.Status, late.Code));
        var today = await incubation.Api.ActRefusedAsync(draft.Path, "submit");
        Assert.Equal("callNotOpen", today.Code);

        var submitted = await incubation.Api.ActAsync(draft, "submit", new { submittedOn = on });
        Assert.Equal(IncubationFixture.Text(on), submitted.Text("submittedOn"));
        var said = Assert.Single(await incubation.SaidAsync(submitted.Id));
        Assert.Equal(
            ("applicationSubmitted", IncubationFixture.Text(on)),
            (said.Type, said.Data.GetProperty("submittedOn").GetString()));
    }

    [Fact]
    public async Task An_applicant_does_not_enter_history()
    {
        var (call, founder, company) = (
            await incubation.CallAsync(opens: -400, closes: -380), Guid.CreateVersion7(), Guid.CreateVersion7());
        await incubation.HearAsync(IncubationFixture.Registered(company) with { OwnerIds = [founder] });
        var on = IncubationFixture.Today.AddDays(-390);
        var applicant = new ParkClient.ParkClient(incubation.As(Roles.Founder, founder));

        var early = await applicant.CreateRefusedAsync(
            $"{call.Path}/applications", new { companyId = company, answers = new { }, submittedOn = on });
        Assert.Equal((HttpStatusCode.BadRequest, "submittedOn"), (early.Status, Assert.Single(early.Errors.Keys)));
        var draft = await incubation.Api.CreateAsync(
            $"{call.Path}/applications", new { companyId = company, answers = new { }, submittedOn = on });
        var late = await applicant.ActRefusedAsync(draft.Path, "submit", new { submittedOn = on });
        Assert.Equal((HttpStatusCode.BadRequest, "submittedOn"), (late.Status, Assert.Single(late.Errors.Keys)));
    }

    [Fact]
    public async Task Nothing_is_submitted_tomorrow()
    {
        var tomorrow = IncubationFixture.Today.AddDays(1);
        var draft = await incubation.DraftAsync();
        var refused = await incubation.Api.ActRefusedAsync(draft.Path, "submit", new { submittedOn = tomorrow });
        Assert.Equal((HttpStatusCode.BadRequest, "submittedOn"), (refused.Status, Assert.Single(refused.Errors.Keys)));
    }

    [Fact]
    public async Task An_unknown_company_is_named()
    {
        var refused = await ApplyRefusedAsync(await incubation.CallAsync(), Guid.CreateVersion7());
        Assert.Equal((HttpStatusCode.Conflict, "companyUnknown"), (refused.Status, refused.Code));
        Assert.Equal(["companyId"], refused.Errors.Keys);
    }

    [Fact]
    public async Task An_unknown_call_is_not_found()
    {
        var path = $"{incubation.Calls}/{Guid.CreateVersion7()}/applications";
        var refused = await incubation.Api.CreateRefusedAsync(
            path, IncubationFixture.Application(Guid.CreateVersion7()));
        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_company_that_is_gone_cannot_apply(bool liquidated)
    {
        var company = await incubation.RegisteredCompanyAsync();
        await incubation.HearAsync(
            liquidated ? IncubationFixture.Liquidated(company) : IncubationFixture.Rejected(company));
        var refused = await ApplyRefusedAsync(await incubation.CallAsync(), company);
        Assert.Equal((HttpStatusCode.Conflict, "companyNotAdmissible"), (refused.Status, refused.Code));
        Assert.Equal(["companyId"], refused.Errors.Keys);
    }

    [Fact]
    public async Task A_company_has_one_open_application_to_a_call()
    {
        var (call, company) = (await incubation.CallAsync(), await incubation.VerifiedCompanyAsync());
        var first = await incubation.AppliedAsync(["submit"], call, company);
        Assert.Equal("applicationOpen", (await ApplyRefusedAsync(call, company)).Code);
        await incubation.DraftAsync(company: company);

        await incubation.Api.ActAsync(first, "withdraw", new { reason = "передумали" });
        var second = await incubation.AppliedAsync(["submit", "screen", "deliberate"], call, company);
        await incubation.DecideAsync(second, "accepted");
        Assert.Equal("applicationOpen", (await ApplyRefusedAsync(call, company)).Code);
    }

    [Fact]
    public async Task Parallel_applications_are_one()
    {
        var (call, company) = (await incubation.CallAsync(), await incubation.RegisteredCompanyAsync());
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            IncubationFixture.OutcomeAsync(() => incubation.DraftAsync(call, company))));
        Assert.Single(outcomes, outcome => outcome.Status == HttpStatusCode.OK);
        Assert.Equal(5, outcomes.Count(outcome => outcome == (HttpStatusCode.Conflict, "applicationOpen")));
    }

    [Fact]
    public async Task The_same_key_replays_the_application()
    {
        var (call, body, key) = (
            await incubation.CallAsync(), IncubationFixture.Application(await incubation.RegisteredCompanyAsync()),
            Guid.CreateVersion7().ToString());
        var made = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => incubation.Api.CreateAsync($"{call.Path}/applications", body, key)));
        Assert.Single(made.Select(application => application.Body.ToString()).Distinct());
        Assert.All(made, application => Assert.Equal($"{incubation.Applications}/{application.Id}", application.Path));
        var read = await incubation.Api.GetAsync(made[0].Path);
        Assert.Equal(made[0].ETag, read.ETag);
        Assert.Equal("Сборка вручную", read.Body.GetProperty("answers").GetProperty("problem").GetString());
    }

    [Fact]
    public async Task Answers_have_bounds()
    {
        var (call, companyId) = (await incubation.CallAsync(), await incubation.RegisteredCompanyAsync());
        foreach (var (question, answer)
            in new[] { ("", "a"), (new string('q', 201), "a"), ("q", new string('a', 20_001)) })
        {
            var refused = await incubation.Api.CreateRefusedAsync(
                $"{call.Path}/applications",
                new { companyId, answers = new Dictionary<string, string> { [question] = answer } });
            Assert.Equal((HttpStatusCode.BadRequest, "answers"), (refused.Status, Assert.Single(refused.Errors.Keys)));
        }
    }

    private Task<Refusal> ApplyRefusedAsync(Thing call, Guid company) =>
        incubation.Api.CreateRefusedAsync($"{call.Path}/applications", IncubationFixture.Application(company));
}
