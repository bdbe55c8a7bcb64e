using MassTransit;
using Technopark.Contracts.Registry;
using Technopark.Insights.Data;
using Technopark.Insights.Domain;

namespace Technopark.Insights.EventHandlers;

internal sealed class CompanyRegisteredHandler(InsightsDb db) : IConsumer<CompanyRegistered>
{
    public Task Consume(ConsumeContext<CompanyRegistered> context) => db.PutCompanyAsync(
        context.Message.CompanyId, context.Message.Name, CompanyStatus.Registered, context.Message.Version,
        context.CancellationToken);
}
