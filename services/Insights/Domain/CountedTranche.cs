using Technopark.Contracts.Investment;

namespace Technopark.Insights.Domain;

/// <summary>A payment that the headline counts.</summary>
internal sealed record CountedTranche(
    Guid TrancheId, Guid CompanyId, string? CompanyName, InvestmentClass Class, decimal RubAmount, decimal Amount,
    string Currency, DateOnly PaidOn, string Evidence, Guid EventId);
