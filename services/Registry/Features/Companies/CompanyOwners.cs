namespace Technopark.Registry.Features.Companies;

/// <summary>Who acts for a company: those who do may let others, and step back.</summary>
internal static class CompanyOwners
{
    /// <param name="PersonId">The person's id: they find it under GET /api/identity/v1/me.</param>
    public sealed record OwnerRequest(Guid PersonId);

    public static void Map(RouteGroupBuilder companies)
    {
        companies.MapPost("/{id:guid}/addOwner", AddAsync)
            .WithName("AddCompanyOwner").WithSummary("Let another person act for a company");
        companies.MapPost("/{id:guid}/removeOwner", RemoveAsync)
            .WithName("RemoveCompanyOwner").WithSummary("Let a person act for a company no more");
    }

    private static Task<OkWithETag<CompanyView>> AddAsync(
        Guid id, OwnerRequest body, IfMatch ifMatch, RegistryDb db, CancellationToken ct) =>
        ChangeAsync(id, body, ifMatch, db, company => company.AddOwner(body.PersonId), ct);

    private static Task<OkWithETag<CompanyView>> RemoveAsync(
        Guid id, OwnerRequest body, IfMatch ifMatch, RegistryDb db, CancellationToken ct) =>
        ChangeAsync(id, body, ifMatch, db, company => company.RemoveOwner(body.PersonId), ct);

    private static async Task<OkWithETag<CompanyView>> ChangeAsync(
        Guid id, OwnerRequest body, IfMatch ifMatch, RegistryDb db, Action<Company> change, CancellationToken ct)
    {
        if (body.PersonId == Guid.Empty)
        {
            throw ProblemException.Field("personId", "A person's id is needed.");
        }

        var company = await db.Companies.FindOr404Async(id, ifMatch, ct);
        change(company);
        return await db.SaveAsync(company, CompanyView.Of, ct);
    }
}
