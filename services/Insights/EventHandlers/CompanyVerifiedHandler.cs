using MassTransit;
using Technopark.Contracts.Registry;
using Technopark.Insights.Data;
using Technopark.Insights.Domain;

namespace Technopark.Insights.EventHandlers;

internal sealed class CompanyVerifiedHandler(InsightsDb db) : IConsumer<CompanyVerified>
{
    public Task Consume(ConsumeContext<CompanyVerified> context) => db.PutCompanyAsync(
        context.Message.CompanyId, context.Message.Name, CompanyStatus.Verified, context.Message.Version,
        context.CancellationToken);
}
