namespace Technopark.Investment.Features.Commitments;

internal static class CallCommitment
{
    public static void Map(RouteGroupBuilder commitments) => commitments.MapPost("/{id:guid}/call", HandleAsync)
        .WithName(nameof(CallCommitment)).WithSummary("Ask the investor to pay");

    private static Task<OkWithETag<CommitmentView>> HandleAsync(
        Guid id, IfMatch ifMatch, InvestmentDb db, TimeProvider clock, CancellationToken ct) =>
    db.TransactAsync(async () =>
    {
        await db.LockRoundOfCommitmentAsync(id, ct);
        var commitment = await db.Commitments.FindOr404Async(id, ifMatch, ct);
        commitment.Call(clock.GetUtcNow());
        return await db.SaveAsync(commitment, CommitmentView.Of, ct);
    }, ct);
}
