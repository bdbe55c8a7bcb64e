namespace Technopark.Registry.Features.Companies;

internal static class LiquidateCompany
{
    public sealed record Request(
        [property: Required, StringLength(1000, MinimumLength = 1)] string Reason,
        [property: Happened] DateOnly LiquidatedOn);

    public static void Map(RouteGroupBuilder companies) => companies.MapPost("/{id:guid}/liquidate", HandleAsync)
        .WithName(nameof(LiquidateCompany)).WithSummary("Record a company's liquidation");

    private static Task<OkWithETag<CompanyView>> HandleAsync([AsParameters] Change<Company> change, Request body) =>
        change.MakeAsync(company => company.Liquidate(body.Reason, body.LiquidatedOn), CompanyView.Of);
}
