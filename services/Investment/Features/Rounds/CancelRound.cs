namespace Technopark.Investment.Features.Rounds;

internal static class CancelRound
{
    public sealed record Request([property: Required, StringLength(1000, MinimumLength = 1)] string Reason);

    public static void Map(RouteGroupBuilder rounds) => rounds.MapPost("/{id:guid}/cancel", HandleAsync)
        .WithName(nameof(CancelRound))
        .WithSummary("Give up a round in which nothing is paid; its commitments are withdrawn");

    private static Task<OkWithETag<RoundView>> HandleAsync(
        Guid id, Request body, IfMatch ifMatch, InvestmentDb db, IOptions<RoundRules> rules, TimeProvider clock,
        CancellationToken ct) =>
    db.TransactAsync(async () =>
    {
        var round = await db.LockRoundAsync(id, ifMatch, ct);
        round.Cancel(clock.Today());
        var commitments = await db.Every<Commitment>()
            .Where(commitment => commitment.RoundId == id
                && commitment.Status != CommitmentStatus.Withdrawn).ToListAsync(ct);
        commitments.ForEach(commitment => commitment.Withdraw(round, body.Reason));
        return await db.SaveAsync(round, RoundView.By(rules.Value), ct);
    }, ct);
}
