namespace Technopark.Investment.Features.Tranches;

internal static class ReadTranches
{
    public static void Map(RouteGroupBuilder tranches)
    {
        tranches.MapOne<Tranche, TrancheView>(TrancheView.Of).WithName("GetTranche").WithSummary("A tranche");
        tranches.MapGet("", ListAsync).WithName("ListTranches").WithSummary("Tranches, newest first");
    }

    private static Task<Page<TrancheView>> ListAsync(
        Guid? commitmentId, Guid? companyId, TrancheStatus? status, [AsParameters] Paging paging, InvestmentDb db,
        CancellationToken ct) =>
        db.Tranches.AsNoTracking()
            .Where(tranche => (commitmentId == null || tranche.CommitmentId == commitmentId)
                && (companyId == null || tranche.CompanyId == companyId)
                && (status == null || tranche.Status == status))
            .PageAsync(paging, new { commitmentId, companyId, status }, TrancheView.Of, ct);
}
