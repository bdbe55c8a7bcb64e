using Microsoft.AspNetCore.Http.HttpResults;

namespace Technopark.Networking.Features.Companies;

/// <summary>What the registry has said of a company, as far as it matters here.</summary>
internal enum KnownCompanyStatus
{
    /// <summary>Not verified yet.</summary>
    Registered,

    /// <summary>In the directory.</summary>
    Verified,
    Rejected,
    Liquidated,
}

internal static class ReadCompanies
{
    /// <summary>What networking knows of a company of the registry.</summary>
    /// <param name="Name">Null where no event that names the company has come yet.</param>
    internal sealed record CompanyView(
        Guid Id, string? Name, KnownCompanyStatus Status, string? OkvedMain, string? Region)
    {
        public static CompanyView Of(CompanyReplica company) =>
            new(company.Id, company.Name, StatusOf(company.Status), company.OkvedMain, company.Region);

        private static KnownCompanyStatus StatusOf(CompanyReplicaStatus status) => status switch
        {
            CompanyReplicaStatus.Verified => KnownCompanyStatus.Verified,
            CompanyReplicaStatus.Rejected => KnownCompanyStatus.Rejected,
            CompanyReplicaStatus.Liquidated => KnownCompanyStatus.Liquidated,
            _ => KnownCompanyStatus.Registered,
        };
    }

    public static void Map(RouteGroupBuilder companies)
    {
        companies.MapGet("/{id:guid}", OneAsync)
            .WithName("GetKnownCompany").WithSummary("What networking knows of a company");
        companies.MapGet("", ListAsync)
            .WithName("ListDirectory").WithSummary("The directory: verified companies, by name");
    }

    private static async Task<Ok<CompanyView>> OneAsync(Guid id, NetworkingDb db, CancellationToken ct) =>
        await db.Companies.AsNoTracking().FirstOrDefaultAsync(company => company.Id == id, ct) is { } company
            ? TypedResults.Ok(CompanyView.Of(company))
            : throw CentreDbExtensions.NotFound<CompanyReplica>(id);

    private static Task<Page<CompanyView>> ListAsync(
        string? region, [AsParameters] Paging paging, NetworkingDb db, CancellationToken ct) =>
        db.Companies.AsNoTracking()
            .Where(company => company.Status == CompanyReplicaStatus.Verified
                && (region == null || company.Region == region))
            .PageAsync(
                paging, new { region }, company => company.Name!, company => company.Id, descending: false,
                CompanyView.Of, ct);
}
