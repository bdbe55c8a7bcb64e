namespace Technopark.Registry.Tests.Domain;

public sealed class CompanyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Anna = Guid.CreateVersion7(), Boris = Guid.CreateVersion7();

    private static readonly StateTable<Company> States = new(
        company => company.Status, company => company.Allowed, () => Register())
    {
        Actions =
        {
            ["verify"] = company => company.Verify(Now),
            ["reject"] = company => company.Reject("нет документов"),
            ["liquidate"] = company => company.Liquidate("решение участников", new DateOnly(2026, 3, 1)),
        },
        Transitions = """
            registered: verify → verified, reject → rejected
            verified: liquidate → liquidated
            """,
    };

    [Fact]
    public void Every_action_in_every_state() => Assert.Empty(States.Violations());

    [Theory]
    [InlineData(1, "")]
    [InlineData(0, "409 noFounder")]
    public void It_is_verified_with_a_founder(int founders, string refusal) =>
        Assert.Equal(refusal, Refused.By(() => Register(founders: founders).Verify(Now)));

    [Theory]
    [InlineData(CompanyKind.Ooo, "7707083893", "1027700132195", "62.01", "")]
    [InlineData(CompanyKind.Ooo, null, "1027700132195", "62.01", "409 identifiersMissing")]
    [InlineData(CompanyKind.Ooo, "7707083893", null, "62.01", "409 identifiersMissing")]
    [InlineData(CompanyKind.Ip, "500100732259", "304500116000157", null, "409 identifiersMissing")]
    [InlineData(CompanyKind.Team, null, null, null, "")]
    public void Only_a_team_is_verified_without_identifiers(
        CompanyKind kind, string? inn, string? ogrn, string? okved, string refusal) =>
        Assert.Equal(refusal, Refused.By(() => Register(kind, inn, ogrn, okved).Verify(Now)));

    [Fact]
    public void Who_acts_for_it_is_added_once_and_the_last_one_stays()
    {
        var company = Register();
        Assert.Equal("409 ownerAlready", Refused.By(() => company.AddOwner(Anna)));
        Assert.Equal("409 lastOwner", Refused.By(() => company.RemoveOwner(Anna)));
        Assert.Equal("", Refused.By(() => company.AddOwner(Boris)));
        Assert.Equal("", Refused.By(() => company.RemoveOwner(Anna)));
        Assert.Equal("409 lastOwner", Refused.By(() => company.RemoveOwner(Boris)));
        Assert.Equal("409 ownerUnknown", Refused.By(() => company.RemoveOwner(Anna)));
        Assert.Equal(["companyRegistered", "companyOwnersChanged", "companyOwnersChanged"], Refused.Raised(company));
    }

    private static Company Register(
        CompanyKind kind = CompanyKind.Ooo, string? inn = "7707083893", string? ogrn = "1027700132195",
        string? okved = "62.01",
        int founders = 1) => Company.Register(
        new CompanyDetails(
            "Невская робототехника", kind, inn, ogrn, "780101001", okved, "78", new DateOnly(2024, 5, 1)),
        Enumerable.Repeat(
            new Founder { PersonId = Anna, Name = "Анна", Role = "CEO", SharePercent = 60 }, founders), Anna, Now);
}
