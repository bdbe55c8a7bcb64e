namespace Technopark.Investment.Features.Issuers;

internal static class ReadIssuers
{
    public static void Map(RouteGroupBuilder issuers)
    {
        issuers.MapGet("/{companyId:guid}", OneAsync).WithName("GetIssuer")
            .WithSummary("A company that may raise money");
        issuers.MapGet("", ListAsync).WithName("ListIssuers").WithSummary("Issuers, newest first");
    }

    private static async Task<OkWithETag<IssuerView>> OneAsync(Guid companyId, InvestmentDb db, CancellationToken ct) =>
        OkWithETag.Of(await db.ReadOr404Async<Issuer>(companyId, ct), IssuerView.Of);

    private static Task<Page<IssuerView>> ListAsync(
        IssuerStatus? status, [AsParameters] Paging paging, InvestmentDb db, CancellationToken ct) =>
        db.Issuers.AsNoTracking()
            .Where(issuer => status == null || issuer.Status == status)
            .PageAsync(paging, new { status }, IssuerView.Of, ct);
}
