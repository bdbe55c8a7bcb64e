using MassTransit;
using Technopark.Contracts.Incubation;

namespace Technopark.Insights.EventHandlers;

internal sealed class ResidencyEndedHandler(InsightsDb db) : IConsumer<ResidencyEnded>
{
    public Task Consume(ConsumeContext<ResidencyEnded> context)
    {
        var ended = context.Message;
        return db.EndResidencyAsync(
            ended.ResidencyId, ended.CompanyId, ended.ProgrammeId, ended.EndedOn, OutcomeOf(ended.End),
                context.CancellationToken);
    }

    private static ResidencyOutcome OutcomeOf(ResidencyEnd end) => end switch
    {
        ResidencyEnd.Terminated => ResidencyOutcome.Terminated,
        ResidencyEnd.Expired => ResidencyOutcome.Expired,
        ResidencyEnd.Withdrawn => ResidencyOutcome.Withdrawn,
        _ => throw new ArgumentOutOfRangeException(nameof(end), end, "Not an end that this version knows."),
    };
}
