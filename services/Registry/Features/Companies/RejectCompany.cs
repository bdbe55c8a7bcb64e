namespace Technopark.Registry.Features.Companies;

internal static class RejectCompany
{
    public sealed record Request([property: Required, StringLength(1000, MinimumLength = 1)] string Reason);

    public static void Map(RouteGroupBuilder companies) => companies.MapPost("/{id:guid}/reject", HandleAsync)
        .WithName(nameof(RejectCompany)).WithSummary("Refuse to verify a company");

    private static async Task<OkWithETag<CompanyView>> HandleAsync(
        Guid id, Request body, IfMatch ifMatch, RegistryDb db, CancellationToken ct)
    {
        var company = await db.Companies.FindOr404Async(id, ifMatch, ct);
        company.Reject(body.Reason);
        return await db.SaveAsync(company, CompanyView.Of, ct);
    }
}
