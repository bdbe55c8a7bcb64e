using MassTransit;
using Technopark.Contracts.Registry;
using Technopark.Insights.Data;
using Technopark.Insights.Domain;

namespace Technopark.Insights.Reactions;

internal sealed class WhenCompanyLiquidated(InsightsDb db) : IConsumer<CompanyLiquidated>
{
    public Task Consume(ConsumeContext<CompanyLiquidated> context) => db.PutCompanyAsync(
        context.Message.CompanyId, name: null, CompanyStatus.Liquidated, context.Message.Version,
        context.CancellationToken);
}
