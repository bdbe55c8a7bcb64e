namespace Technopark.Investment.Features.Rounds;

internal static class PlanRound
{
    public sealed record Request(
        Guid CompanyId,
        [property: Required, StringLength(200, MinimumLength = 1)] string Name,
        Instrument Instrument,
        [property: Positive] Money Target,
        [property: Positive,
            Description("The most that is taken: the target or more, in its currency. Twice it where none is given.")]
        Money? HardCap = null);

    public static void Map(RouteGroupBuilder rounds) => rounds.MapPost("", HandleAsync)
        .WithName(nameof(PlanRound)).WithSummary("Plan a round of a company").WithIdempotency();

    private static Task<CreatedWithETag<RoundView>> HandleAsync(
        Request body, InvestmentDb db, IOptions<RoundRules> rules, TimeProvider clock, CancellationToken ct)
    {
        // The company cannot be liquidated before this round is saved: with it, its rounds are cancelled.
        return db.TransactAsync(async () =>
        {
            await db.ShareCompanyAsync(body.CompanyId, ct);
            var issuer = await db.Issuers.ReferredAsync(body.CompanyId, "companyId", ct);
            var hardCap = body.HardCap ?? rules.Value.HardCapOf(body.Target);
            var round = Round.Plan(issuer, body.Name, body.Instrument, body.Target, hardCap, clock.GetUtcNow());
            return await db.CreateAsync(round, "rounds", RoundView.By(rules.Value), ct);
        }, ct);
    }
}
