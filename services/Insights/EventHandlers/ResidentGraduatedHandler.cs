using MassTransit;
using Technopark.Contracts.Incubation;
using Technopark.Insights.Data;
using Technopark.Insights.Domain;

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
