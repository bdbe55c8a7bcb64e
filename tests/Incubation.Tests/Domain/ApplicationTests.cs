namespace Technopark.Incubation.Tests.Domain;

public sealed class ApplicationTests
{
    [Fact]
    public void Every_action_in_every_state_with_reviews() => Assert.Empty(States(quorum: 1, """
        screening: review → underReview, withdraw → withdrawn
        underReview: deliberate → deliberation, withdraw → withdrawn
        """).Violations());

    [Fact]
    public void Every_action_in_every_state_without_reviews() => Assert.Empty(
        States(quorum: 0, "screening: deliberate → deliberation, withdraw → withdrawn").Violations());

    [Theory]
    [InlineData("Registered", "")]
    [InlineData("Verified", "")]
    [InlineData("Rejected", "409 companyNotAdmissible")]
    [InlineData("Liquidated", "409 companyNotAdmissible")]
    public void A_company_that_is_gone_does_not_apply(string company, string refusal) =>
        Assert.Equal(refusal, Refused.By(() => Given.Draft(company: company)));

    [Theory]
    [InlineData(-1, "409 callNotOpen")]
    [InlineData(0, "")]
    [InlineData(10, "")]
    [InlineData(11, "409 callNotOpen")]
    public void It_is_submitted_while_the_call_is_open(int day, string refusal) =>
        Assert.Equal(refusal, Refused.By(() => Given.Draft().Submit(Given.OpenCall(), Given.Today.AddDays(day))));

    [Theory]
    [InlineData(null, "409 quorumMissing")]
    [InlineData("мало экспертов", "")]
    public void Without_a_quorum_of_reviews_deliberation_takes_a_reason(string? reason, string refusal)
    {
        var application = Given.Applied(3, quorum: 1);
        Assert.Equal(refusal, Refused.By(() => application.Deliberate(reason)));
        Assert.Equal(reason, application.OverrideReason);
    }

    [Theory]
    [InlineData(0, "409 notReviewable")]
    [InlineData(1, "")]
    [InlineData(2, "")]
    [InlineData(3, "")]
    [InlineData(4, "409 notReviewable")]
    public void Experts_are_assigned_from_submission_until_deliberation_each_once(int steps, string refusal)
    {
        var (application, expert) = (Given.Applied(steps), Guid.CreateVersion7());
        Assert.Equal(
            (refusal, refusal),
            (
                Refused.By(() => application.Assign(expert, Given.Known())),
                Refused.By(() => application.Assign(expert, Given.Known()))));
        Assert.Equal(refusal == "" ? 1 : 0, application.ReviewerIds.Count);
    }

    [Theory]
    [InlineData(0, new string[0])]
    [InlineData(1, new[] { "applicationSubmitted", "applicationWithdrawn" })]
    [InlineData(2, new[] { "applicationSubmitted", "applicationWithdrawn" })]
    [InlineData(3, new[] { "applicationSubmitted", "applicationWithdrawn" })]
    [InlineData(4, new[] { "applicationSubmitted", "applicationWithdrawn" })]
    public void The_chain_hears_of_a_withdrawal_where_it_heard_of_the_application(int steps, string[] raised)
    {
        var application = Given.Applied(steps);
        application.Withdraw("передумали");
        Assert.Equal(("передумали", 0), (application.WithdrawalReason, application.Allowed.Length));
        Assert.Equal(raised, Refused.Raised(application));
    }

    [Theory]
    [InlineData(ApplicationOutcome.Accepted, true)]
    [InlineData(ApplicationOutcome.WaitListed, false)]
    [InlineData(ApplicationOutcome.Rejected, false)]
    public void Only_who_is_accepted_is_offered_a_residency(ApplicationOutcome outcome, bool offered) =>
        Assert.Equal(offered, Given.Applied(4).Decide(outcome, "Команда и рынок", Given.Now) is not null);

    private static StateTable<Application> States(int quorum, string reviewing) =>
        new(application => application.Status, application => application.Allowed, () => Given.Draft(quorum))
        {
            Actions =
            {
                ["submit"] = application => application.Submit(Given.OpenCall(), Given.Today),
                ["screen"] = application => application.Screen(),
                ["review"] = application => application.Review(),
                ["deliberate"] = application => application.Deliberate("мало экспертов"),
                ["decide accepted"] = application =>
                    application.Decide(ApplicationOutcome.Accepted, "Рынок", Given.Now),
                ["decide waitListed"] = application =>
                    application.Decide(ApplicationOutcome.WaitListed, "Рынок", Given.Now),
                ["decide rejected"] = application =>
                    application.Decide(ApplicationOutcome.Rejected, "Рынок", Given.Now),
                ["withdraw"] = application => application.Withdraw("передумали"),
            },
            Transitions = $"""
                draft: submit → submitted, withdraw → withdrawn
                submitted: screen → screening, withdraw → withdrawn
                {reviewing}
                deliberation: {Decisions("waitListed")}
                waitListed: {Decisions("409 alreadyWaitListed")}
                """,
        };

    private static string Decisions(string waiting) =>
        $"decide accepted → accepted, decide waitListed → {waiting}, decide rejected → rejected, withdraw → withdrawn";
}
