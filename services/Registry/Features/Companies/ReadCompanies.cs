namespace Technopark.Registry.Features.Companies;

internal static class ReadCompanies
{
    public static void Map(RouteGroupBuilder companies)
    {
        companies.MapGet("/{id:guid}", OneAsync).WithName("GetCompany").WithSummary("A company");
        companies.MapGet("", ListAsync).WithName("ListCompanies").WithSummary("Companies, newest first");
    }

    private static async Task<OkWithETag<CompanyView>> OneAsync(Guid id, RegistryDb db, CancellationToken ct) =>
        OkWithETag.Of(await db.ReadOr404Async<Company>(id, ct), CompanyView.Of);

    private static Task<Page<CompanyView>> ListAsync(
        CompanyStatus? status, string? inn, [AsParameters] Paging paging, RegistryDb db, CancellationToken ct) =>
        db.Companies.AsNoTracking()
            .Where(company => (status == null || company.Status == status) && (inn == null || company.Inn == inn))
            .PageAsync(paging, new { status, inn }, CompanyView.Of, ct);
}
