namespace Technopark.Investment.Features.Commitments;

internal static class MakeCommitment
{
    public sealed record Request(Guid InvestorId, [property: Positive] Money Amount);

    public static void Map(RouteGroupBuilder rounds) => rounds.MapPost("/{roundId:guid}/commitments", HandleAsync)
        .WithName(nameof(MakeCommitment)).WithSummary("Promise money in an open round").WithIdempotency();

    private static Task<CreatedWithETag<CommitmentView>> HandleAsync(
        Guid roundId, Request body, Caller caller, InvestmentDb db, IOptions<RoundRules> rules, TimeProvider clock,
        CancellationToken ct) =>
    db.TransactAsync(async () =>
    {
        var round = await db.LockRoundAsync(roundId, ct);
        var investor = await db.Investors.ReferredAsync(body.InvestorId, "investorId", ct);
        var commitment = Commitment.Make(round, investor, body.Amount, caller.Id, rules.Value, clock.GetUtcNow());
        return await db.CreateAsync(commitment, "commitments", CommitmentView.Of, ct);
    }, ct);
}
