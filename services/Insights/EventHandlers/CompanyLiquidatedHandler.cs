using MassTransit;
using Technopark.Contracts.Registry;
using Technopark.Insights.Data;
using Technopark.Insights.Domain;

namespace Technopark.Insights.EventHandlers;

internal sealed class CompanyLiquidatedHandler(InsightsDb db) : IConsumer<CompanyLiquidated>
{
    public Task Consume(ConsumeContext<CompanyLiquidated> context) => db.PutCompanyAsync(
        context.Message.CompanyId, name: null, CompanyStatus.Liquidated, context.Message.Version,
        context.CancellationToken);
}
