namespace Technopark.Investment.Features.Rounds;

internal static class ReadRounds
{
    public static void Map(RouteGroupBuilder rounds)
    {
        rounds.MapGet("/{id:guid}", OneAsync).WithName("GetRound")
            .WithSummary("A round with what is committed and paid");
        rounds.MapGet("", ListAsync).WithName("ListRounds").WithSummary("Rounds, newest first");
    }

    private static async Task<OkWithETag<RoundView>> OneAsync(
        Guid id, InvestmentDb db, IOptions<RoundRules> rules, CancellationToken ct) =>
        OkWithETag.Of(await db.ReadOr404Async<Round>(id, ct), RoundView.By(rules.Value));

    private static Task<Page<RoundView>> ListAsync(
        Guid? companyId, RoundStatus? status, [AsParameters] Paging paging, InvestmentDb db,
        IOptions<RoundRules> rules, CancellationToken ct) =>
        db.Rounds.AsNoTracking()
            .Where(round => (companyId == null || round.CompanyId == companyId)
                && (status == null || round.Status == status))
            .PageAsync(paging, new { companyId, status }, RoundView.By(rules.Value), ct);
}
