using MassTransit;
using Technopark.Clusters.Data;
using Technopark.Clusters.Domain;
using Technopark.Contracts.Registry;

namespace Technopark.Clusters.EventHandlers;

/// <summary>A company that is no more is suggested to nobody, and its memberships end.</summary>
internal sealed class CompanyLiquidatedHandler(ClustersDb db, TimeProvider clock) : IConsumer<CompanyLiquidated>
{
    public async Task Consume(ConsumeContext<CompanyLiquidated> context)
    {
        var message = context.Message;
        var company = await db.HeardOfAsync(message.CompanyId, context.CancellationToken);
        company.Apply(KnownCompanyStatus.Liquidated, facts: null, message.Version);
        await db.EndMembershipsAsync(message.CompanyId, $"liquidation: {message.Reason}", clock.GetUtcNow(), context.CancellationToken);
    }
}
