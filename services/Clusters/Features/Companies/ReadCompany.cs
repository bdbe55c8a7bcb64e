using Microsoft.AspNetCore.Http.HttpResults;

namespace Technopark.Clusters.Features.Companies;

/// <summary>What the registry has said of a company, as far as it matters here.</summary>
internal enum KnownCompanyStatus
{
    /// <summary>Not verified yet, or heard of only from others.</summary>
    Registered,
    Verified,
    Rejected,
    Liquidated,
}

internal static class ReadCompany
{
    /// <summary>What clusters know of a company of the registry.</summary>
    /// <param name="Name">Null where no event that names the company has come yet.</param>
    internal sealed record CompanyView(
        Guid Id, string? Name, KnownCompanyStatus Status, string? OkvedMain, string? Region);

    public static void Map(RouteGroupBuilder companies) => companies.MapGet("/{id:guid}", HandleAsync)
        .WithName("GetKnownCompany").WithSummary("What clusters know of a company");

    private static async Task<Ok<CompanyView>> HandleAsync(Guid id, ClustersDb db, CancellationToken ct) =>
        await db.Companies.AsNoTracking().Where(company => company.Id == id)
            .Select(company => new CompanyView(
                company.Id, company.Name, StatusOf(company.Status), company.OkvedMain, company.Region))
            .FirstOrDefaultAsync(ct) is { } view
            ? TypedResults.Ok(view)
            : throw CentreDbExtensions.NotFound<CompanyReplica>(id);

    private static KnownCompanyStatus StatusOf(CompanyReplicaStatus status) => status switch
    {
        CompanyReplicaStatus.Verified => KnownCompanyStatus.Verified,
        CompanyReplicaStatus.Rejected => KnownCompanyStatus.Rejected,
        CompanyReplicaStatus.Liquidated => KnownCompanyStatus.Liquidated,
        _ => KnownCompanyStatus.Registered,
    };
}
