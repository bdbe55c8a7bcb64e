using Technopark.Contracts.Investment;

namespace Technopark.Insights.Domain;

/// <summary>A payment that the headline counts.</summary>
internal sealed class CountedTranche
{
    public required Guid TrancheId { get; init; }

    public required Guid CompanyId { get; init; }

    public string? CompanyName { get; init; }

    public required InvestmentClass Class { get; init; }

    public required decimal RubAmount { get; init; }

    public required decimal Amount { get; init; }

    public required string Currency { get; init; }

    public required DateOnly PaidOn { get; init; }

    public required string Evidence { get; init; }

    public required Guid EventId { get; init; }
}
