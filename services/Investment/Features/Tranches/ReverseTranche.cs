namespace Technopark.Investment.Features.Tranches;

internal static class ReverseTranche
{
    public sealed record Request([property: Required, StringLength(1000, MinimumLength = 1)] string Reason);

    public static void Map(RouteGroupBuilder tranches) => tranches.MapPost("/{id:guid}/reverse", HandleAsync)
        .WithName(nameof(ReverseTranche)).WithSummary("Take a payment recorded in error out of every figure");

    private static Task<OkWithETag<TrancheView>> HandleAsync(
        Guid id, Request body, IfMatch ifMatch, InvestmentDb db, TimeProvider clock, CancellationToken ct) =>
    db.TransactAsync(async () =>
    {
        var round = await db.LockRoundOfTrancheAsync(id, ct);
        var tranche = await db.Tranches.FindOr404Async(id, ifMatch, ct);
        var commitment = await db.Every<Commitment>().FindOr404Async(tranche.CommitmentId, ct);
        tranche.Reverse(commitment, round, body.Reason, clock.GetUtcNow());
        return await db.SaveAsync(tranche, TrancheView.Of, ct);
    }, ct);
}
