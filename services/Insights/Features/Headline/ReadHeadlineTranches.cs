using Technopark.Contracts.Investment;

namespace Technopark.Insights.Features.Headline;

internal static class ReadHeadlineTranches
{
    /// <summary>A payment behind the headline.</summary>
    /// <param name="Amount">What was paid, in its own currency.</param>
    /// <param name="Evidence">Reference to the payment document.</param>
    /// <param name="EventId">Its event, which the company's timeline shows with its trace.</param>
    internal sealed record View(
        Guid TrancheId, Guid CompanyId, string? CompanyName, InvestmentClass Class, Money RubAmount, Money Amount,
        DateOnly PaidOn, string Evidence, Guid EventId)
    {
        public static View Of(CountedTranche tranche) => new(
            tranche.TrancheId, tranche.CompanyId,
            tranche.CompanyName is EventWords.Erased ? null : tranche.CompanyName, tranche.Class,
            Money.Roubles(tranche.RubAmount),
            new Money(tranche.Amount, tranche.Currency), tranche.PaidOn, tranche.Evidence, tranche.EventId);
    }

    public static void Map(RouteGroupBuilder headline) => headline.MapGet("/tranches", HandleAsync)
        .WithName("ListHeadlineTranches").WithSummary("The payments behind the headline, latest first");

    private static Task<Page<View>> HandleAsync(
        DateOnly? asOf, InvestmentClass? @class, [Range(1900, 2199)] int? year, Guid? companyId,
        [AsParameters] Paging paging,
        HeadlineQuery headline, InsightsDb db, CancellationToken ct)
    {
        var until = asOf ?? headline.Today;
        DateOnly? first = year is { } given ? new DateOnly(given, 1, 1) : null;
        var next = first?.AddYears(1);
        return db.CountedTranches
            .Where(tranche => tranche.PaidOn <= until
                && (@class == null || tranche.Class == @class)
                && (first == null || (tranche.PaidOn >= first && tranche.PaidOn < next))
                && (companyId == null || tranche.CompanyId == companyId))
            .PageAsync(
                paging, new { until, @class, year, companyId }, tranche => tranche.PaidOn, tranche => tranche.TrancheId,
                descending: true, View.Of, ct);
    }
}
