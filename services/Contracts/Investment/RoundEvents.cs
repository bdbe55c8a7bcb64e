namespace Technopark.Contracts.Investment;

/// <summary>The class under which attracted money is reported.</summary>
public enum InvestmentClass
{
    /// <summary>Shares and stock.</summary>
    Equity,

    /// <summary>Convertible loans and SAFEs.</summary>
    Convertible,

    /// <summary>Loans.</summary>
    Debt,

    /// <summary>Grants.</summary>
    Grant,

    /// <summary>Subsidies.</summary>
    Subsidy,

    /// <summary>The founders' own money: never counted as attracted.</summary>
    OwnFunds,
}

/// <summary>A company started to raise money.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="CompanyId">The issuer.</param>
/// <param name="Name">The round's name.</param>
/// <param name="Class">Class of the round's instrument.</param>
/// <param name="Target">What it wants to raise.</param>
/// <param name="OpenedOn">Date of opening.</param>
public sealed record RoundOpened(
    Guid RoundId, Guid CompanyId, string Name, InvestmentClass Class, Money Target, DateOnly OpenedOn)
    : IntegrationEvent;

/// <summary>A round is over; what was paid stays.</summary>
/// <param name="RoundId">The round.</param>
/// <param name="CompanyId">The issuer.</param>
/// <param name="ClosedOn">Date of closing.</param>
public sealed record RoundClosed(Guid RoundId, Guid CompanyId, DateOnly ClosedOn) : IntegrationEvent;

/// <summary>An investor promised money in a round. A promise is not attracted money.</summary>
/// <param name="CommitmentId">The commitment.</param>
/// <param name="RoundId">The round.</param>
/// <param name="CompanyId">The issuer.</param>
/// <param name="InvestorId">The investor.</param>
/// <param name="Amount">What was promised.</param>
public sealed record CommitmentMade(Guid CommitmentId, Guid RoundId, Guid CompanyId, Guid InvestorId, Money Amount)
    : IntegrationEvent;
