namespace Technopark.Investment.Features.Commitments;

internal static class ReadCommitments
{
    public static void Map(RouteGroupBuilder commitments)
    {
        commitments.MapOne<Commitment, CommitmentView>(CommitmentView.Of)
            .WithName("GetCommitment").WithSummary("A commitment");
        commitments.MapGet("", ListAsync).WithName("ListCommitments").WithSummary("Commitments, newest first");
    }

    private static Task<Page<CommitmentView>> ListAsync(
        Guid? roundId, Guid? investorId, CommitmentStatus? status, [AsParameters] Paging paging, InvestmentDb db,
        CancellationToken ct) =>
        db.Commitments.AsNoTracking()
            .Where(commitment => (roundId == null || commitment.RoundId == roundId)
                && (investorId == null || commitment.InvestorId == investorId)
                && (status == null || commitment.Status == status))
            .PageAsync(paging, new { roundId, investorId, status }, CommitmentView.Of, ct);
}
