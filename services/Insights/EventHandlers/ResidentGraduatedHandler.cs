using MassTransit;
using Technopark.Contracts.Incubation;

namespace Technopark.Insights.EventHandlers;

internal sealed class ResidentGraduatedHandler(InsightsDb db) : IConsumer<ResidentGraduated>
{
    public Task Consume(ConsumeContext<ResidentGraduated> context)
    {
        var graduated = context.Message;
        return db.EndResidencyAsync(
            graduated.ResidencyId, graduated.CompanyId, graduated.ProgrammeId, graduated.GraduatedOn,
            ResidencyOutcome.Graduated,
            context.CancellationToken);
    }
}
