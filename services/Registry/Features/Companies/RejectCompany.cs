namespace Technopark.Registry.Features.Companies;

internal static class RejectCompany
{
    public sealed record Request([property: Required, StringLength(1000, MinimumLength = 1)] string Reason);

    public static void Map(RouteGroupBuilder companies) => companies.MapPost("/{id:guid}/reject", HandleAsync)
        .WithName(nameof(RejectCompany)).WithSummary("Refuse to verify a company");

    private static Task<OkWithETag<CompanyView>> HandleAsync([AsParameters] Change<Company> change, Request body) =>
        change.MakeAsync(company => company.Reject(body.Reason), CompanyView.Of);
}
