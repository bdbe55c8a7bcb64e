namespace Technopark.Investment.Features.Tranches;

internal static class ReadTranches
{
    public static void Map(RouteGroupBuilder tranches)
    {
        tranches.MapGet("/{id:guid}", OneAsync).WithName("GetTranche").WithSummary("A tranche");
        tranches.MapGet("", ListAsync).WithName("ListTranches").WithSummary("Tranches, newest first");
    }

    private static async Task<OkWithETag<TrancheView>> OneAsync(Guid id, InvestmentDb db, CancellationToken ct) =>
        OkWithETag.Of(await db.ReadOr404Async<Tranche>(id, ct), TrancheView.Of);

    private static Task<Page<TrancheView>> ListAsync(
        Guid? commitmentId, Guid? companyId, TrancheStatus? status, [AsParameters] Paging paging, InvestmentDb db,
        CancellationToken ct) =>
        db.Tranches.AsNoTracking()
            .Where(tranche => (commitmentId == null || tranche.CommitmentId == commitmentId)
                && (companyId == null || tranche.CompanyId == companyId)
                && (status == null || tranche.Status == status))
            .PageAsync(paging, new { commitmentId, companyId, status }, TrancheView.Of, ct);
}
