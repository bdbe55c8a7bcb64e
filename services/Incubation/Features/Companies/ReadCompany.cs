using Microsoft.AspNetCore.Http.HttpResults;

namespace Technopark.Incubation.Features.Companies;

/// <summary>What the registry has said of a company.</summary>
internal enum KnownCompanyStatus
{
    Registered,
    Verified,
    Rejected,
    Liquidated,
}

internal static class ReadCompany
{
    /// <summary>What incubation knows of a company of the registry.</summary>
    /// <param name="Name">Null where no event that names the company has come yet.</param>
    internal sealed record CompanyView(Guid Id, string? Name, KnownCompanyStatus Status);

    public static void Map(RouteGroupBuilder companies) => companies.MapGet("/{id:guid}", HandleAsync)
        .WithName("GetKnownCompany").WithSummary("What incubation knows of a company");

    private static async Task<Ok<CompanyView>> HandleAsync(Guid id, IncubationDb db, CancellationToken ct) =>
        await db.Companies.AsNoTracking().FirstOrDefaultAsync(company => company.Id == id, ct) is { } company
            ? TypedResults.Ok(new CompanyView(company.Id, company.Name, (KnownCompanyStatus)company.Status))
            : throw CentreDbExtensions.NotFound<CompanyReplica>(id);
}
