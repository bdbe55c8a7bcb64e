namespace Technopark.Investment.Features.Rounds;

internal static class CloseRound
{
    /// <param name="ClosedOn">Today where it is not given; an earlier date to enter history.</param>
    public sealed record Request([property: Happened] DateOnly? ClosedOn = null);

    public static void Map(RouteGroupBuilder rounds) => rounds.MapPost("/{id:guid}/close", HandleAsync)
        .WithName(nameof(CloseRound)).WithSummary("Close a round; what is committed may still be paid");

    private static Task<OkWithETag<RoundView>> HandleAsync(
        Guid id, Request? body, IfMatch ifMatch, InvestmentDb db, IOptions<RoundRules> rules, TimeProvider clock,
        CancellationToken ct) =>
    db.TransactAsync(async () =>
    {
        var round = await db.LockRoundAsync(id, ifMatch, ct);
        var today = clock.Today();
        round.Close(body?.ClosedOn ?? today, today);
        return await db.SaveAsync(round, RoundView.By(rules.Value), ct);
    }, ct);
}
