namespace Technopark.Registry.Features.Companies;

internal static class RevokeVerification
{
    public sealed record Request([property: Required, StringLength(1000, MinimumLength = 1)] string Reason);

    public static void Map(RouteGroupBuilder companies) =>
        companies.MapPost("/{id:guid}/revokeVerification", HandleAsync)
        .WithName(nameof(RevokeVerification)).WithSummary("Take back a verification made by mistake")
        .WithDescription(
            "verified → registered, while no centre has anything that depends on it: otherwise the 409 "
            + "companyDependedOn names the centres and what they have. Its INN and OGRN are free again.");

    private static async Task<OkWithETag<CompanyView>> HandleAsync(
        Guid id, Request body, IfMatch ifMatch, RegistryDb db, DependentsOfCompanies dependents, CancellationToken ct)
    {
        var company = await db.Companies.FindOr404Async(id, ifMatch, ct);
        company.RevokeVerification(body.Reason);
        await dependents.RequireNoneAsync(id, ct);
        return await db.SaveAsync(company, CompanyView.Of, ct);
    }
}
