namespace Technopark.Investment.Features.Commitments;

/// <summary>A commitment as the API shows it.</summary>
/// <param name="Class">Class under which its money is reported.</param>
/// <param name="Paid">Sum of its tranches that are not reversed.</param>
/// <param name="Reason">Why it was withdrawn.</param>
/// <param name="Allowed">What may be done with it now.</param>
internal sealed record CommitmentView(
    Guid Id, Guid RoundId, Guid CompanyId, Guid InvestorId, InvestmentClass Class, CommitmentStatus Status,
    Money Amount, Money Paid, DateTimeOffset CreatedAt, DateTimeOffset? CalledAt, string? Reason, string[] Allowed)
{
    public static CommitmentView Of(Commitment commitment) => new(
        commitment.Id, commitment.RoundId, commitment.CompanyId, commitment.InvestorId, commitment.Class,
        commitment.Status, commitment.Amount, commitment.Paid, commitment.CreatedAt, commitment.CalledAt,
        commitment.Reason,
        commitment.ForCaller(commitment.Allowed.Select(step => step == "pay" ? "tranches" : step)));
}
