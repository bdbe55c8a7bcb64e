using MassTransit;
using Technopark.Contracts.Registry;
using Technopark.Insights.Data;
using Technopark.Insights.Domain;

namespace Technopark.Insights.EventHandlers;

internal sealed class CompanyRejectedHandler(InsightsDb db) : IConsumer<CompanyRejected>
{
    public Task Consume(ConsumeContext<CompanyRejected> context) => db.PutCompanyAsync(
        context.Message.CompanyId, name: null, CompanyStatus.Rejected, context.Message.Version,
        context.CancellationToken);
}
