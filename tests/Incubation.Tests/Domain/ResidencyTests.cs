namespace Technopark.Incubation.Tests.Domain;

public sealed class ResidencyTests
{
    /// <summary>Day on which the term of twelve months is over.</summary>
    private static readonly DateOnly TermEnd = Given.Today.AddMonths(12);

    private const string Ends =
        "end terminated → terminated, end withdrawn → withdrawn, end with the company → terminated";

    private static readonly StateTable<Residency> States =
        new(residency => residency.Status, residency => residency.Allowed, Given.Offered)
        {
            Actions =
            {
                ["sign"] = residency => residency.Sign(Given.Known(), Given.Now),
                ["start"] = residency => residency.Start(Given.Today, Given.NewProgramme(), taken: 0, earlier: []),
                ["proposeGraduation"] = residency => residency.ProposeGraduation(),
                ["graduate"] = residency => residency.Graduate(TermEnd),
                ["end terminated"] = residency => residency.End(ResidencyEnd.Terminated, "долги", Given.Today),
                ["end withdrawn"] = residency => residency.End(ResidencyEnd.Withdrawn, "переезд", Given.Today),
                ["end expired"] = residency => residency.End(ResidencyEnd.Expired, "срок", TermEnd),
                ["end with the company"] = residency => residency.EndWithCompany("ликвидация", Given.Today),
            },
            Transitions = $"""
                offered: sign → signed, {Ends}, end expired → 409 termNotOver
                signed: start → active, {Ends}, end expired → 409 termNotOver
                active: proposeGraduation → graduationProposed, {Ends}, end expired → expired
                graduationProposed: graduate → graduated, {Ends}, end expired → expired
                """,
        };

    [Fact]
    public void Every_action_in_every_state() => Assert.Empty(States.Violations());

    [Theory]
    [InlineData("Verified", "")]
    [InlineData("Registered", "409 companyNotVerified")]
    [InlineData("Rejected", "409 companyNotVerified")]
    [InlineData("Liquidated", "409 companyNotVerified")]
    public void Only_a_verified_company_signs(string company, string refusal) =>
        Assert.Equal(refusal, Refused.By(() => Given.Offered().Sign(Given.Known(company), Given.Now)));

    [Theory]
    [InlineData(2, 3, "")]
    [InlineData(3, 3, "409 noSeat")]
    [InlineData(4, 3, "409 noSeat")]
    public void A_resident_needs_a_seat(int taken, int seats, string refusal)
    {
        var residency = Signed();
        Assert.Equal(
            refusal, Refused.By(() => residency.Start(Given.Today, Given.NewProgramme(seats: seats), taken, [])));
    }

    [Theory]
    [InlineData(10, 1, 1, "")]
    [InlineData(11, 0, 1, "")]
    [InlineData(11, 1, 0, "409 termUsed")]
    [InlineData(12, 0, 0, "409 termUsed")]
    public void Earlier_months_count_in_the_term_each_one_begun_in_full(int months, int days, int left, string refusal)
    {
        var earlier = Given.Active(new DateOnly(2024, 1, 31));
        earlier.End(ResidencyEnd.Withdrawn, "переезд", new DateOnly(2024, 1, 31).AddMonths(months).AddDays(days));
        var residency = Signed();
        Assert.Equal(refusal, Refused.By(() => residency.Start(Given.Today, Given.NewProgramme(), 0, [earlier])));
        Assert.Equal(left == 0 ? null : Given.Today.AddMonths(left), residency.TermEndsOn);
    }

    [Theory]
    [InlineData(-1, "400 graduatedOn")]
    [InlineData(0, "")]
    [InlineData(365, "")]
    [InlineData(366, "409 termOver")]
    public void Nobody_graduates_after_the_term_or_before_the_start(int day, string refusal)
    {
        var residency = Given.Active();
        residency.ProposeGraduation();
        Assert.Equal(refusal, Refused.By(() => residency.Graduate(Given.Today.AddDays(day))));
    }

    [Theory]
    [InlineData(ResidencyEnd.Withdrawn, -1, "400 endedOn")]
    [InlineData(ResidencyEnd.Withdrawn, 0, "")]
    [InlineData(ResidencyEnd.Terminated, -1, "400 endedOn")]
    [InlineData(ResidencyEnd.Terminated, 0, "")]
    [InlineData(ResidencyEnd.Expired, 364, "409 termNotOver")]
    [InlineData(ResidencyEnd.Expired, 365, "")]
    public void It_ends_after_its_start_and_expires_with_its_term(ResidencyEnd end, int day, string refusal) =>
        Assert.Equal(refusal, Refused.By(() => Given.Active().End(end, "переезд", Given.Today.AddDays(day))));

    [Theory]
    [InlineData(-50, 0)]
    [InlineData(5, 5)]
    public void With_its_company_it_ends_on_the_day_of_its_start_at_the_earliest(int liquidated, int ended)
    {
        var residency = Given.Active();
        residency.EndWithCompany("ликвидация", Given.Today.AddDays(liquidated));
        Assert.Equal(Given.Today.AddDays(ended), residency.EndedOn);
        Assert.Equal(["residencyStarted", "residencyEnded"], Refused.Raised(residency));
    }

    private static Residency Signed()
    {
        var residency = Given.Offered();
        residency.Sign(Given.Known(), Given.Now);
        return residency;
    }
}
