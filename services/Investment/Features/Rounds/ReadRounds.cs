namespace Technopark.Investment.Features.Rounds;

internal static class ReadRounds
{
    public static void Map(RouteGroupBuilder rounds)
    {
        rounds.MapOne<Round, RoundView>(RoundView.Of).WithName("GetRound")
            .WithSummary("A round with what is committed and paid");
        rounds.MapGet("", ListAsync).WithName("ListRounds").WithSummary("Rounds, newest first");
    }

    private static Task<Page<RoundView>> ListAsync(
        Guid? companyId, RoundStatus? status, [AsParameters] Paging paging, InvestmentDb db, CancellationToken ct) =>
        db.Rounds.AsNoTracking()
            .Where(round => (companyId == null || round.CompanyId == companyId)
                && (status == null || round.Status == status))
            .PageAsync(paging, new { companyId, status }, RoundView.Of, ct);
}
