namespace Technopark.Clusters.Features.Initiatives;

internal static class ReadInitiatives
{
    public static void Map(RouteGroupBuilder initiatives)
    {
        initiatives.MapGet("/{id:guid}", OneAsync).WithName("GetInitiative").WithSummary("An initiative");
        initiatives.MapGet("", ListAsync).WithName("ListInitiatives").WithSummary("Initiatives, newest first");
    }

    private static async Task<OkWithETag<InitiativeView>> OneAsync(
        Guid id, ClustersDb db, IOptions<ActivationRules> rules, CancellationToken ct) =>
        OkWithETag.Of(await db.ReadOr404Async<Initiative>(id, ct), InitiativeView.By(rules.Value));

    private static Task<Page<InitiativeSummary>> ListAsync(
        InitiativeStatus? status, string? region, string? okved, [AsParameters] Paging paging, ClustersDb db,
        IOptions<ActivationRules> rules, CancellationToken ct) => db.Initiatives.AsNoTracking()
            .Where(initiative => (status == null || initiative.Status == status)
                && (region == null || initiative.Region == region)
                && (okved == null || initiative.AnchorOkved.Contains(okved)))
            .PageAsync(paging, new { status, region, okved }, InitiativeSummary.By(rules.Value), ct);
}
