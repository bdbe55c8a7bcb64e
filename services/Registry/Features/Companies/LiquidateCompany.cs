namespace Technopark.Registry.Features.Companies;

internal static class LiquidateCompany
{
    public sealed record Request(
        [property: Required, StringLength(1000, MinimumLength = 1)] string Reason, DateOnly LiquidatedOn);

    public static void Map(RouteGroupBuilder companies) => companies.MapPost("/{id:guid}/liquidate", HandleAsync)
        .WithName(nameof(LiquidateCompany)).WithSummary("Record a company's liquidation");

    private static async Task<OkWithETag<CompanyView>> HandleAsync(
        Guid id, Request body, IfMatch ifMatch, RegistryDb db, CancellationToken ct)
    {
        var company = await db.Companies.FindOr404Async(id, ifMatch, ct);
        company.Liquidate(body.Reason, body.LiquidatedOn);
        return await db.SaveAsync(company, CompanyView.Of, ct);
    }
}
