namespace Technopark.Investment.Features.Commitments;

/// <summary>A commitment as the API shows it.</summary>
/// <param name="Class">Class under which its money is reported.</param>
/// <param name="Paid">Sum of its tranches that are not reversed.</param>
/// <param name="Reason">Why it was withdrawn.</param>
/// <param name="Allowed">What may be done with it now.</param>
internal sealed record CommitmentView(
    Guid Id, Guid RoundId, string? RoundName, Guid CompanyId, string? CompanyName, Guid InvestorId,
    string? InvestorName, InvestmentClass Class, CommitmentStatus Status, Money Amount, Money Paid,
    DateTimeOffset CreatedAt, DateTimeOffset? CalledAt, string? Reason, string[] Allowed)
{
    public static CommitmentView Of(Commitment commitment) => new(
        commitment.Id, commitment.RoundId, commitment.NameOf(commitment.RoundId), commitment.CompanyId,
        commitment.NameOf(commitment.CompanyId), commitment.InvestorId, commitment.NameOf(commitment.InvestorId),
        commitment.Class, commitment.Status, commitment.Amount, commitment.Paid, commitment.CreatedAt,
        commitment.CalledAt, commitment.Reason,
        commitment.ForCaller(commitment.Allowed.Select(step => step == "pay" ? "tranches" : step)));
}
