using System.Text.Json.Serialization;

namespace Technopark.Registry.Tests.Domain;

public sealed class CompanyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Anna = Guid.CreateVersion7(), Boris = Guid.CreateVersion7();

    private static readonly JsonSerializerOptions Read = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly StateTable<Company> States = new(
        company => company.Status, company => company.Allowed, () => Register())
    {
        Actions =
        {
            ["verify"] = company => company.Verify(Now),
            ["reject"] = company => company.Reject("нет документов"),
            ["correct"] = company => Correct(company, new() { Name = "Другое имя" }, ofRegistry: true),
            ["revokeVerification"] = company => company.RevokeVerification("подтверждена другая"),
            ["liquidate"] = company => company.Liquidate("решение участников", new DateOnly(2026, 3, 1)),
        },
        Transitions = """
            registered: verify → verified, reject → rejected, correct → registered
            verified: liquidate → liquidated, correct → verified, revokeVerification → registered
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

    [Theory]
    [InlineData(false, false, "")]
    [InlineData(true, false, "403 registryCorrects")]
    [InlineData(true, true, "")]
    public void What_is_verified_the_registry_alone_corrects(bool verified, bool ofRegistry, string refusal)
    {
        var company = Register();
        if (verified)
        {
            company.Verify(Now);
        }

        Assert.Equal(refusal, Refused.By(() => Correct(company, new() { Name = "Другое имя" }, ofRegistry)));
    }

    [Theory]
    [InlineData("""{"inn":"500100732259"}""", "400 inn")]
    [InlineData("""{"kind":"Ip"}""", "400 inn")]
    [InlineData("""{"kind":"Ip","inn":"500100732259"}""", "400 ogrn")]
    [InlineData("""{"kind":"Ip","inn":"500100732259","ogrn":"304500116000157"}""", "")]
    [InlineData("""{"kind":"Team"}""", "")]
    [InlineData("""{"kind":"Team","inn":"7707083893"}""", "400 inn")]
    [InlineData("""{"region":"78"}""", "409 nothingCorrected")]
    public void A_corrected_record_keeps_the_rules_of_its_kind(string right, string refusal) =>
        Assert.Equal(
            refusal, Refused.By(() => Correct(Register(), JsonSerializer.Deserialize<CorrectedDetails>(right, Read)!)));

    [Fact]
    public void What_a_verification_needs_is_not_corrected_away_from_it()
    {
        var team = Register(CompanyKind.Team, inn: null, ogrn: null);
        team.Verify(Now);
        Assert.Equal(
            "409 identifiersMissing", Refused.By(() => Correct(team, new() { Kind = CompanyKind.Ooo }, true)));
        Assert.Equal("400 reason", Refused.By(() => team.Correct(new() { Name = "А" }, (Anna, null, Now), true)));
    }

    [Fact]
    public void A_correction_tells_what_was_changed_and_a_revocation_lets_it_be_verified_again()
    {
        var company = Register();
        company.Verify(Now);
        var correction = company.Correct(
            new() { Name = "Балтийская робототехника", Region = "39" }, (Anna, "опечатка", Now), ofRegistry: true);
        Assert.Equal(
            ["name: Невская робототехника → Балтийская робототехника", "region: 78 → 39"],
            correction.Fields.ConvertAll(field => $"{field.Field}: {field.Before} → {field.After}"));
        company.RevokeVerification("подтверждена другая компания");
        Assert.Equal((null, "подтверждена другая компания"), (company.VerifiedAt, company.Reason));
        company.Verify(Now);
        Assert.Equal((Now, null), (company.VerifiedAt, company.Reason));
        Assert.Equal(
            [
                "companyRegistered", "companyVerified", "companyCorrected", "companyVerificationRevoked",
                "companyVerified",
            ],
            Refused.Raised(company));
    }

    private static Correction Correct(Company company, CorrectedDetails right, bool ofRegistry = false) =>
        company.Correct(right, (Anna, "опечатка", Now), ofRegistry);

    private static Company Register(
        CompanyKind kind = CompanyKind.Ooo, string? inn = "7707083893", string? ogrn = "1027700132195",
        string? okved = "62.01",
        int founders = 1) => Company.Register(
        new CompanyDetails(
            "Невская робототехника", kind, inn, ogrn, "780101001", okved, "78", new DateOnly(2024, 5, 1)),
        Enumerable.Repeat(
            new Founder { PersonId = Anna, Name = "Анна", Role = "CEO", SharePercent = 60 }, founders), Anna, Now);
}
