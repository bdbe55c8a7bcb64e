namespace Technopark.Investment.Features.Investors;

internal static class ReadInvestors
{
    public static void Map(RouteGroupBuilder investors)
    {
        investors.MapOne<Investor, InvestorView>(InvestorView.Of).WithName("GetInvestor").WithSummary("An investor");
        investors.MapGet("", ListAsync).WithName("ListInvestors").WithSummary("Investors, newest first");
    }

    private static Task<Page<InvestorView>> ListAsync(
        InvestorKind? kind, [AsParameters] Paging paging, InvestmentDb db, CancellationToken ct) =>
        db.Investors.AsNoTracking()
            .Where(investor => kind == null || investor.Kind == kind)
            .PageAsync(paging, new { kind }, InvestorView.Of, ct);
}
