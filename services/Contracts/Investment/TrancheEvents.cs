namespace Technopark.Contracts.Investment;

/// <summary>The exchange rate frozen on the day of a fact.</summary>
/// <param name="Rate">Roubles for one unit of the currency, more than 0.</param>
/// <param name="Date">Date of the rate.</param>
/// <param name="Source">Who set it, for example the Bank of Russia.</param>
public sealed record ExchangeRate(decimal Rate, DateOnly Date, string Source);

/// <summary>Money of a commitment arrived at the company.</summary>
/// <param name="TrancheId">The tranche.</param>
/// <param name="CommitmentId">The commitment it is part of.</param>
/// <param name="RoundId">The round.</param>
/// <param name="CompanyId">The issuer.</param>
/// <param name="InvestorId">The investor.</param>
/// <param name="Class">Class of the money.</param>
/// <param name="Amount">What was paid, in its own currency.</param>
/// <param name="RubAmount">The same in roubles, to the kopeck.</param>
/// <param name="Fx">The frozen rate; null where the money is in roubles.</param>
/// <param name="PaidOn">Date of payment.</param>
/// <param name="Evidence">Reference to the payment document.</param>
public sealed record TranchePaid(
    Guid TrancheId, Guid CommitmentId, Guid RoundId, Guid CompanyId, Guid InvestorId, InvestmentClass Class,
    Money Amount, Money RubAmount, ExchangeRate? Fx, DateOnly PaidOn, string Evidence)
    : IntegrationEvent;

/// <summary>A payment was recorded in error: this fact takes it out of every figure.</summary>
/// <param name="TrancheId">The tranche that does not count.</param>
/// <param name="CommitmentId">The commitment.</param>
/// <param name="RoundId">The round.</param>
/// <param name="CompanyId">The issuer.</param>
/// <param name="RubAmount">What is taken out, in roubles.</param>
/// <param name="Reason">Why.</param>
public sealed record TrancheReversed(
    Guid TrancheId, Guid CommitmentId, Guid RoundId, Guid CompanyId, Money RubAmount, string Reason)
    : IntegrationEvent;
