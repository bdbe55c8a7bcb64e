namespace Technopark.Incubation.Features.Residencies;

internal static class ReadResidencies
{
    public static void Map(RouteGroupBuilder residencies)
    {
        residencies.MapGet("/{id:guid}", OneAsync).WithName("GetResidency").WithSummary("A residency");
        residencies.MapGet("", ListAsync)
            .WithName("ListResidencies").WithSummary("Residencies, newest first");
    }

    private static async Task<OkWithETag<ResidencyView>> OneAsync(Guid id, IncubationDb db, CancellationToken ct) =>
        OkWithETag.Of(await db.ReadOr404Async<Residency>(id, ct), ResidencyView.Of);

    private static Task<Page<ResidencyView>> ListAsync(
        Guid? companyId, Guid? programmeId, ResidencyStatus? status, [AsParameters] Paging paging, IncubationDb db,
        CancellationToken ct) => db.Residencies.AsNoTracking()
            .Where(residency => (companyId == null || residency.CompanyId == companyId)
                && (programmeId == null || residency.ProgrammeId == programmeId)
                && (status == null || residency.Status == status))
            .PageAsync(paging, new { companyId, programmeId, status }, ResidencyView.Of, ct);
}
