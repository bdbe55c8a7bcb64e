namespace Technopark.Investment.Features.Rounds;

internal static class PlanRound
{
    public sealed record Request(
        Guid CompanyId,
        [property: Required, StringLength(200, MinimumLength = 1)] string Name,
        Instrument Instrument,
        [property: Positive] Money Target);

    public static void Map(RouteGroupBuilder rounds) => rounds.MapPost("", HandleAsync)
        .WithName(nameof(PlanRound)).WithSummary("Plan a round of a company").WithIdempotency();

    private static Task<CreatedWithETag<RoundView>> HandleAsync(
        Request body, InvestmentDb db, TimeProvider clock, CancellationToken ct)
    {
        // The company cannot be liquidated before this round is saved: with it, its rounds are cancelled.
        return db.TransactAsync(async () =>
        {
            await db.ShareCompanyAsync(body.CompanyId, ct);
            var issuer = await db.Issuers.ReferredAsync(body.CompanyId, "companyId", ct);
            var round = Round.Plan(issuer, body.Name, body.Instrument, body.Target, clock.GetUtcNow());
            return await db.CreateAsync(round, "rounds", RoundView.Of, ct);
        }, ct);
    }
}
