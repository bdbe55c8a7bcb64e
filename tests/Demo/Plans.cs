namespace Technopark.Demo;

/// <summary>How a company's way through the incubator ends.</summary>
internal enum Fate
{
    Active,
    Graduated,
    Withdrawn,
    Terminated,
    Liquidated,
    Rejected,
    WaitListed,
    ApplicationWithdrawn,
}

/// <summary>One company's story. Dates are in the past, so that any park can play it.</summary>
internal sealed record CompanyPlan(
    int Number, string Name, string Kind, string? Inn, string? Ogrn, string Okved, DateOnly Registered,
    string[] Founders,
    int Programme, int Year, Fate Fate, DateOnly Started, DateOnly Ended, IReadOnlyList<RoundPlan> Rounds);

/// <summary>A round with what was paid in it.</summary>
internal sealed record RoundPlan(
    string Name, string Instrument, string Currency, int Investor, IReadOnlyList<TranchePlan> Tranches)
{
    public decimal Amount => Tranches.Sum(tranche => tranche.Amount);
}

/// <summary>A payment, and whether it is attracted money of the park.</summary>
/// <param name="Rate">Roubles for one unit; 1 for roubles.</param>
/// <param name="Reversed">It was recorded in error and taken back.</param>
internal sealed record TranchePlan(decimal Amount, DateOnly PaidOn, decimal Rate, bool Counts, bool Reversed)
{
    /// <summary>In roubles, to the kopeck, as the park freezes it.</summary>
    public decimal Roubles => decimal.Round(Amount * Rate, 2, MidpointRounding.AwayFromZero);
}
