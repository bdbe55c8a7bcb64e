namespace Technopark.Investment.Features.Rounds;

/// <summary>A round as the API shows it.</summary>
/// <param name="Class">Class under which the instrument's money is reported.</param>
/// <param name="HardCap">The most that is taken.</param>
/// <param name="Committed">Sum of the commitments that are not withdrawn.</param>
/// <param name="Paid">Sum of the tranches that are not reversed.</param>
/// <param name="ClosedOn">Date of closing or cancelling.</param>
/// <param name="Allowed">What may be done with it now.</param>
internal sealed record RoundView(
    Guid Id, Guid CompanyId, string? CompanyName, string Name, Instrument Instrument, InvestmentClass Class,
    RoundStatus Status, Money Target, Money HardCap, Money Committed, Money Paid, DateOnly? OpenedOn,
    DateOnly? ClosedOn, DateTimeOffset CreatedAt, string[] Allowed)
{
    public static Func<Round, RoundView> By(RoundRules rules) => round => new(
        round.Id, round.CompanyId, round.NameOf(round.CompanyId), round.Name, round.Instrument,
        round.Instrument.Class(), round.Status, round.Target, round.CapBy(rules),
        round.Committed, round.Paid, round.OpenedOn, round.ClosedOn, round.CreatedAt,
        round.ForCaller(round.Allowed.Select(step => step == "commit" ? "commitments" : step)));
}
