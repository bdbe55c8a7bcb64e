using Technopark.Contracts.Investment;

namespace Technopark.Insights.Features.Timeline;

internal static class InvestmentSummaries
{
    public static FormattableString? Of(IntegrationEvent message) => message switch
    {
        RoundOpened e => $"Round “{e.Name}” was opened to raise {e.Target}",
        RoundClosed e => $"The round was closed on {e.ClosedOn}",
        CommitmentMade e => $"An investor committed {e.Amount}",
        TranchePaid e => $"{e.Amount} were paid on {e.PaidOn} ({e.Evidence})",
        TrancheReversed e => $"A payment of {e.RubAmount} was reversed: {e.Reason}",
        _ => null,
    };
}
