namespace Technopark.Investment.Features.Rounds;

internal static class OpenRound
{
    /// <param name="OpenedOn">Today where it is not given; an earlier date to enter history.</param>
    public sealed record Request([property: Happened] DateOnly? OpenedOn = null);

    public static void Map(RouteGroupBuilder rounds) => rounds.MapPost("/{id:guid}/open", HandleAsync)
        .WithName(nameof(OpenRound)).WithSummary("Open a round to commitments");

    private static Task<OkWithETag<RoundView>> HandleAsync(
        Guid id, Request? body, IfMatch ifMatch, InvestmentDb db, IOptions<RoundRules> rules, TimeProvider clock,
        CancellationToken ct) =>
    db.TransactAsync(async () =>
    {
        var round = await db.LockRoundAsync(id, ifMatch, ct);
        var issuer = await db.Every<Issuer>().FindOr404Async(round.CompanyId, ct);
        var today = clock.Today();
        var on = body?.OpenedOn ?? today;
        await db.RequireBegunAsync(round.CompanyId, on, "openedOn", ct);
        round.Open(issuer, on, today);
        return await db.SaveAsync(round, RoundView.By(rules.Value), ct);
    }, ct);
}
