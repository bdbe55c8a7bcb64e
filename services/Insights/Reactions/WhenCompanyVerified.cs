using MassTransit;
using Technopark.Contracts.Registry;
using Technopark.Insights.Data;
using Technopark.Insights.Domain;

namespace Technopark.Insights.Reactions;

internal sealed class WhenCompanyVerified(InsightsDb db) : IConsumer<CompanyVerified>
{
    public Task Consume(ConsumeContext<CompanyVerified> context) => db.PutCompanyAsync(
        context.Message.CompanyId, context.Message.Name, CompanyStatus.Verified, context.Message.Version,
        context.CancellationToken);
}
