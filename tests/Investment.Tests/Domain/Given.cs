using Technopark.Contracts;

namespace Technopark.Investment.Tests.Domain;

/// <summary>A commitment with what keeps its sums.</summary>
internal sealed record Promise(Issuer Issuer, Round Round, Commitment Commitment)
{
    public Tranche Pay(decimal amount, string currency = "RUB", int day = -1, ExchangeRate? fx = null) => Tranche.Pay(
        Commitment, Round, Issuer, new Payment(new Money(amount, currency), Given.Today.AddDays(day), "п/п 17", fx),
        Given.Now, Given.Today);
}

/// <summary>What domain tests start from.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <param name="closedOn">Days from today to its liquidation; null where there is none.</param>
    public static Issuer NewIssuer(int? closedOn = null)
    {
        var issuer = Issuer.Of(Guid.CreateVersion7(), Now);
        issuer.HearVerified("Невская робототехника", 2);
        if (closedOn is { } day)
        {
            issuer.HearLiquidated(Today.AddDays(day), 3);
        }

        return issuer;
    }

    public static Round Planned(
        Issuer? issuer = null, Instrument instrument = Instrument.Equity, string currency = "RUB") =>
        Round.Plan(issuer ?? NewIssuer(), "Посев", instrument, new Money(20_000_000, currency),
            new Money(40_000_000, currency), Now);

    /// <summary>A round that was opened ten days ago.</summary>
    public static Round Open(Instrument instrument = Instrument.Equity, string currency = "RUB")
    {
        var round = Planned(instrument: instrument, currency: currency);
        round.Open(NewIssuer(), Today.AddDays(-10), Today);
        return round;
    }

    public static Promise Committed(
        decimal amount = 100, string currency = "RUB", Instrument instrument = Instrument.Equity,
        InvestorKind investor = InvestorKind.Fund)
    {
        var round = Open(instrument, currency);
        var payer = Investor.Register("Фонд", investor, owner: null, Now);
        return new(
            NewIssuer(), round,
            Commitment.Make(round, payer, new Money(amount, currency), Guid.CreateVersion7(), new(), Now));
    }
}
