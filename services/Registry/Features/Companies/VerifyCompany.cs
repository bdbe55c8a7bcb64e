namespace Technopark.Registry.Features.Companies;

internal static class VerifyCompany
{
    public static void Map(RouteGroupBuilder companies) => companies.MapPost("/{id:guid}/verify", HandleAsync)
        .WithName(nameof(VerifyCompany)).WithSummary("Confirm a company's identifiers");

    private static Task<OkWithETag<CompanyView>> HandleAsync([AsParameters] Change<Company> change) =>
        change.MakeAsync(company => company.Verify(change.Now), CompanyView.Of);
}
