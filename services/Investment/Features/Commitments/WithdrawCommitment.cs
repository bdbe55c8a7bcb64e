namespace Technopark.Investment.Features.Commitments;

internal static class WithdrawCommitment
{
    public sealed record Request([property: Required, StringLength(1000, MinimumLength = 1)] string Reason);

    public static void Map(RouteGroupBuilder commitments) => commitments.MapPost("/{id:guid}/withdraw", HandleAsync)
        .WithName(nameof(WithdrawCommitment)).WithSummary("Take back a promise of which nothing is paid");

    private static Task<OkWithETag<CommitmentView>> HandleAsync(
        Guid id, Request body, IfMatch ifMatch, InvestmentDb db, CancellationToken ct) => db.TransactAsync(async () =>
    {
        var round = await db.LockRoundOfCommitmentAsync(id, ct);
        var commitment = await db.Commitments.FindOr404Async(id, ifMatch, ct);
        commitment.Withdraw(round, body.Reason);
        return await db.SaveAsync(commitment, CommitmentView.Of, ct);
    }, ct);
}
