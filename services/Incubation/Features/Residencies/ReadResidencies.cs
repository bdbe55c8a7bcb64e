namespace Technopark.Incubation.Features.Residencies;

internal static class ReadResidencies
{
    public static void Map(RouteGroupBuilder residencies)
    {
        residencies.MapOne<Residency, ResidencyView>(ResidencyView.Of)
            .WithName("GetResidency").WithSummary("A residency");
        residencies.MapGet("", ListAsync).WithName("ListResidencies").WithSummary("Residencies, newest first");
    }

    private static Task<Page<ResidencyView>> ListAsync(
        Guid? companyId, Guid? programmeId, ResidencyStatus? status, [AsParameters] Paging paging, IncubationDb db,
        CancellationToken ct) => db.Residencies.AsNoTracking()
            .Where(residency => (companyId == null || residency.CompanyId == companyId)
                && (programmeId == null || residency.ProgrammeId == programmeId)
                && (status == null || residency.Status == status))
            .PageAsync(paging, new { companyId, programmeId, status }, ResidencyView.Of, ct);
}
