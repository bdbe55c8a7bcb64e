using Technopark.Contracts.Investment;

namespace Technopark.Insights.Domain;

/// <summary>
/// A payment. Payment and reversal are different events, which may arrive in any order.
/// </summary>
internal sealed class Tranche
{
    public required Guid Id { get; init; }

    public required Guid CompanyId { get; init; }

    public required Guid RoundId { get; init; }

    public required Guid CommitmentId { get; init; }

    public required decimal RubAmount { get; init; }

    /// <summary>From here on null until the event of the payment arrives.</summary>
    public Guid? InvestorId { get; init; }

    public InvestmentClass? Class { get; init; }

    public decimal? Amount { get; init; }

    public string? Currency { get; init; }

    public DateOnly? PaidOn { get; init; }

    public string? Evidence { get; init; }

    public Guid? PaidEventId { get; init; }

    /// <summary>The event that took it out of every figure.</summary>
    public Guid? ReversedEventId { get; init; }
}
