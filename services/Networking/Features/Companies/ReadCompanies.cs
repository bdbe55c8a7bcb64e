using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Technopark.Networking.Data;
using Technopark.Networking.Domain;
using Technopark.ServiceKit.Http;

namespace Technopark.Networking.Features.Companies;

internal static class ReadCompanies
{
    /// <summary>What networking knows of a company of the registry.</summary>
    /// <param name="Name">Null where no event that names the company has come yet.</param>
    internal sealed record CompanyView(
        Guid Id, string? Name, KnownCompanyStatus Status, string? OkvedMain, string? Region)
    {
        public static CompanyView Of(KnownCompany company) =>
            new(company.Id, company.Name, company.Status, company.OkvedMain, company.Region);
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
            : throw CentreDbExtensions.NotFound<KnownCompany>(id);

    private static Task<Page<CompanyView>> ListAsync(
        string? region, [AsParameters] Paging paging, NetworkingDb db, CancellationToken ct) =>
        db.Companies.AsNoTracking()
            .Where(company => company.Status == KnownCompanyStatus.Verified
                && (region == null || company.Region == region))
            .PageAsync(
                paging, new { region }, company => company.Name!, company => company.Id, descending: false,
                CompanyView.Of, ct);
}
