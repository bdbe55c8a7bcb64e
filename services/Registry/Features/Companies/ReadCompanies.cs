namespace Technopark.Registry.Features.Companies;

internal static class ReadCompanies
{
    public static void Map(RouteGroupBuilder companies)
    {
        companies.MapOne<Company, CompanyView>(CompanyView.Of).WithName("GetCompany").WithSummary("A company");
        companies.MapGet("", ListAsync).WithName("ListCompanies").WithSummary("Companies, newest first");
    }

    private static Task<Page<CompanyView>> ListAsync(
        CompanyStatus? status, string? inn, [AsParameters] Paging paging, RegistryDb db, CancellationToken ct) =>
        db.Companies.AsNoTracking()
            .Where(company => (status == null || company.Status == status) && (inn == null || company.Inn == inn))
            .PageAsync(paging, new { status, inn }, CompanyView.Of, ct);
}
