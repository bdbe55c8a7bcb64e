using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Technopark.Incubation.Data;
using Technopark.Incubation.Domain;
using Technopark.ServiceKit.Http;

namespace Technopark.Incubation.Features.Companies;

internal static class ReadCompany
{
    /// <summary>What incubation knows of a company of the registry.</summary>
    /// <param name="Name">Null where no event that names the company has come yet.</param>
    internal sealed record CompanyView(Guid Id, string? Name, KnownCompanyStatus Status);

    public static void Map(RouteGroupBuilder companies) => companies.MapGet("/{id:guid}", HandleAsync)
        .WithName("GetKnownCompany").WithSummary("What incubation knows of a company");

    private static async Task<Ok<CompanyView>> HandleAsync(Guid id, IncubationDb db, CancellationToken ct) =>
        await db.Companies.AsNoTracking().Where(company => company.Id == id)
            .Select(company => new CompanyView(company.Id, company.Name, company.Status))
            .FirstOrDefaultAsync(ct) is { } view
            ? TypedResults.Ok(view)
            : throw CentreDbExtensions.NotFound<KnownCompany>(id);
}
