using Technopark.Contracts;
using Technopark.Contracts.Investment;
using static Technopark.Insights.Features.Timeline.Summaries;

namespace Technopark.Insights.Features.Timeline;

internal static class InvestmentSummaries
{
    public static Summary? Of(IntegrationEvent message) => message switch
    {
        RoundOpened e => new(
            $"Открыт раунд «{e.Name}», цель {Ru(e.Target)}", $"Round “{e.Name}” was opened to raise {En(e.Target)}"),
        RoundClosed e => new($"Раунд закрыт {Ru(e.ClosedOn)}", $"The round was closed on {En(e.ClosedOn)}"),
        CommitmentMade e => new($"Инвестор обязался внести {Ru(e.Amount)}", $"An investor committed {En(e.Amount)}"),
        TranchePaid e => new(
            $"Поступил транш {Ru(e.Amount)} от {Ru(e.PaidOn)} ({e.Evidence})", $"{En(e.Amount)} were paid on {En(e.PaidOn)} ({e.Evidence})"),
        TrancheReversed e => new(
            $"Транш на {Ru(e.RubAmount)} сторнирован: {e.Reason}", $"A payment of {En(e.RubAmount)} was reversed: {e.Reason}"),
        _ => null,
    };
}
