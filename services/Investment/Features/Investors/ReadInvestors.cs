namespace Technopark.Investment.Features.Investors;

internal static class ReadInvestors
{
    public static void Map(RouteGroupBuilder investors)
    {
        investors.MapGet("/{id:guid}", OneAsync).WithName("GetInvestor").WithSummary("An investor");
        investors.MapGet("", ListAsync).WithName("ListInvestors").WithSummary("Investors, newest first");
    }

    private static async Task<OkWithETag<InvestorView>> OneAsync(Guid id, InvestmentDb db, CancellationToken ct) =>
        OkWithETag.Of(await db.ReadOr404Async<Investor>(id, ct), InvestorView.Of);

    private static Task<Page<InvestorView>> ListAsync(
        InvestorKind? kind, [AsParameters] Paging paging, InvestmentDb db, CancellationToken ct) =>
        db.Investors.AsNoTracking()
            .Where(investor => kind == null || investor.Kind == kind)
            .PageAsync(paging, new { kind }, InvestorView.Of, ct);
}
