namespace Technopark.Incubation.Tests;

public sealed class ApplyTests(IncubationFixture incubation)
{
    [Theory]
    [InlineData(-20, -1)]
    [InlineData(1, 20)]
    public async Task Only_an_open_call_takes_applications(int opens, int closes)
    {
        var call = await incubation.CallAsync(opens: opens, closes: closes);
        Assert.Equal("409 callNotOpen", await ApplyRefusedAsync(call, await incubation.RegisteredCompanyAsync()));
    }

    [Fact]
    public async Task History_is_entered_by_the_date_of_submission()
    {
        var (call, company) = (
            await incubation.CallAsync(opens: -400, closes: -380), await incubation.RegisteredCompanyAsync());
        var on = IncubationFixture.Today.AddDays(-390);
        var draft = await incubation.Api.CreateAsync(
            $"{call.Path}/applications", new { companyId = company, answers = new { }, submittedOn = on });

        Assert.Equal(
            "409 callNotOpen", await incubation.ActRefusedAsync(draft, "submit", new { submittedOn = on.AddDays(11) }));
        Assert.Equal("409 callNotOpen", await incubation.ActRefusedAsync(draft, "submit"));

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
        var (call, founder) = (await incubation.CallAsync(opens: -400, closes: -380), Guid.CreateVersion7());
        var company = await incubation.RegisteredCompanyAsync(founder);
        var on = IncubationFixture.Today.AddDays(-390);
        var applicant = new ParkClient.ParkClient(incubation.As(Roles.Founder, founder));

        object application = new { companyId = company, answers = new { }, submittedOn = on };
        var early = await applicant.CreateRefusedAsync($"{call.Path}/applications", application);
        Assert.Equal("400 submittedOn", early.InShort());
        var draft = await incubation.Api.CreateAsync($"{call.Path}/applications", application);
        var late = await applicant.ActRefusedAsync(draft.Path, "submit", new { submittedOn = on });
        Assert.Equal("400 submittedOn", late.InShort());
    }

    [Fact]
    public async Task Nothing_is_submitted_tomorrow()
    {
        var tomorrow = IncubationFixture.Today.AddDays(1);
        var draft = await incubation.DraftAsync();
        Assert.Equal(
            "400 submittedOn", await incubation.ActRefusedAsync(draft, "submit", new { submittedOn = tomorrow }));
    }

    [Fact]
    public async Task An_unknown_company_is_named()
    {
        var refused = await ApplyRefusedAsync(await incubation.CallAsync(), Guid.CreateVersion7());
        Assert.Equal("400 companyUnknown companyId", refused);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_company_that_is_gone_cannot_apply(bool liquidated)
    {
        var company = await incubation.RegisteredCompanyAsync();
        await incubation.HearAsync(liquidated ? CompanyEvents.Liquidated(company) : CompanyEvents.Rejected(company));
        var refused = await ApplyRefusedAsync(await incubation.CallAsync(), company);
        Assert.Equal("409 companyNotAdmissible companyId", refused);
    }

    [Fact]
    public async Task A_company_has_one_open_application_to_a_call()
    {
        var (call, company) = (await incubation.CallAsync(), await incubation.CompanyAsync());
        var first = await incubation.AppliedAsync(["submit"], call, company);
        Assert.Equal("409 applicationOpen", await ApplyRefusedAsync(call, company));
        await incubation.DraftAsync(company: company);

        await incubation.Api.ActAsync(first, "withdraw", new { reason = "передумали" });
        var second = await incubation.AppliedAsync(["submit", "screen", "deliberate"], call, company);
        await incubation.DecideAsync(second, "accepted");
        Assert.Equal("409 applicationOpen", await ApplyRefusedAsync(call, company));
    }

    [Fact]
    public async Task Parallel_applications_are_one()
    {
        var (call, company) = (await incubation.CallAsync(), await incubation.RegisteredCompanyAsync());
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            IncubationFixture.OutcomeAsync(() => incubation.DraftAsync(call, company))));
        Assert.Single(outcomes, "draft");
        Assert.Equal(5, outcomes.Count(outcome => outcome == "409 applicationOpen"));
    }

    [Fact]
    public async Task It_is_kept_as_it_was_written()
    {
        var read = await incubation.NowAsync(await incubation.DraftAsync());
        Assert.Equal("Сборка вручную", read.Body.GetProperty("answers").GetProperty("problem").GetString());
    }

    [Fact]
    public async Task Answers_have_bounds()
    {
        var (call, companyId) = (await incubation.CallAsync(), await incubation.RegisteredCompanyAsync());
        foreach (var (question, answer)
            in new[] { ("", "a"), (new string('q', 201), "a"), ("q", new string('a', 20_001)) })
        {
            var answers = new Dictionary<string, string> { [question] = answer };
            Assert.Equal(
                "400 answers",
                await incubation.CreateRefusedAsync($"{call.Path}/applications", new { companyId, answers }));
        }
    }

    private Task<string> ApplyRefusedAsync(Thing call, Guid company) =>
        incubation.CreateRefusedAsync($"{call.Path}/applications", IncubationFixture.Application(company));

    [Fact]
    public async Task Answers_of_the_documented_size_pass_and_longer_ones_are_refused()
    {
        var (call, company) = (await incubation.CallAsync(), await incubation.RegisteredCompanyAsync());
        // 100 answers; with the questions 150 000 letters, each of six bytes as careful clients write them.
        var answers = Enumerable.Range(0, 100).ToDictionary(
            number => $"{number:00}".PadRight(200, 'щ'), _ => new string('ж', 1300));
        var body = JsonSerializer.Serialize(new { companyId = company, answers });
        Assert.InRange(body.Length, 890_000, 1 << 20);
        var path = $"{call.Path}/applications";
        Assert.Equal("201", await incubation.BodyRefusedAsync(path, body));
        answers["и ещё"] = "";
        answers.Remove(answers.Keys.First());
        answers[answers.Keys.First()] += new string('ж', 1600);
        Assert.Equal(
            "400 answers", await incubation.CreateRefusedAsync(path, new { companyId = company, answers }));
    }
}
