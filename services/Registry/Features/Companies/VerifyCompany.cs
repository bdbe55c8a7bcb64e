namespace Technopark.Registry.Features.Companies;

internal static class VerifyCompany
{
    public static void Map(RouteGroupBuilder companies) => companies.MapPost("/{id:guid}/verify", HandleAsync)
        .WithName(nameof(VerifyCompany)).WithSummary("Confirm a company's identifiers");

    private static async Task<OkWithETag<CompanyView>> HandleAsync(
        Guid id, IfMatch ifMatch, RegistryDb db, TimeProvider clock, CancellationToken ct)
    {
        var company = await db.Companies.FindOr404Async(id, ifMatch, ct);
        company.Verify(clock.GetUtcNow());
        return await db.SaveAsync(company, CompanyView.Of, ct);
    }
}
