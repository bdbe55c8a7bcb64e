using Technopark.Contracts.Investment;

namespace Technopark.Insights.Domain;

/// <summary>
/// A payment. Payment and reversal are different events, which may arrive in any order: what only the payment tells,
/// the investor and all after it, is null until that arrives.
/// </summary>
/// <param name="ReversedEventId">The event that took it out of every figure.</param>
internal sealed record Tranche(
    Guid Id, Guid CompanyId, Guid RoundId, Guid CommitmentId, decimal RubAmount, Guid? InvestorId,
    InvestmentClass? Class, decimal? Amount, [property: Audited] string? Currency, DateOnly? PaidOn, string? Evidence,
    Guid? PaidEventId, Guid? ReversedEventId);
