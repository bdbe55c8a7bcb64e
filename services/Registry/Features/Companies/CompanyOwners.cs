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
        [AsParameters] Change<Company> change, OwnerRequest body) =>
        change.MakeAsync(
            async company =>
            {
                await change.Db.ReferredPersonAsync(body.PersonId, "personId", change.Cancellation);
                company.AddOwner(body.PersonId);
            },
            CompanyView.Of);

    /// <summary>Who acts for it is let go whether the park still knows them or not.</summary>
    private static Task<OkWithETag<CompanyView>> RemoveAsync(
        [AsParameters] Change<Company> change, OwnerRequest body) =>
        change.MakeAsync(
            async company =>
            {
                if (!company.OwnerIds.Contains(body.PersonId))
                {
                    await change.Db.ReferredPersonAsync(body.PersonId, "personId", change.Cancellation);
                }

                company.RemoveOwner(body.PersonId);
            },
            CompanyView.Of);
}
