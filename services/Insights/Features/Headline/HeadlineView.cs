using Technopark.Contracts.Investment;

namespace Technopark.Insights.Features.Headline;

/// <summary>Attracted investment as of a date, as known now: a payment reversed since is out of every date.</summary>
/// <param name="Attracted">In roubles.</param>
/// <param name="AsOf">Payments up to and on this day.</param>
/// <param name="Companies">Companies that were paid.</param>
/// <param name="Tranches">Payments behind the figure.</param>
/// <param name="ByClass">Parts by class of the money, those without any left out.</param>
/// <param name="ByYear">Parts by year of payment, oldest first.</param>
internal sealed record HeadlineView(
    Money Attracted, DateOnly AsOf, long Companies, long Tranches,
    IReadOnlyList<HeadlineView.OfClass> ByClass, IReadOnlyList<HeadlineView.OfYear> ByYear)
{
    internal sealed record OfClass(InvestmentClass Class, Money Attracted, long Companies, long Tranches);

    internal sealed record OfYear(int Year, Money Attracted, long Companies, long Tranches);
}
