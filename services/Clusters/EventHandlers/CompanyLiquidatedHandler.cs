using MassTransit;
using Technopark.Contracts.Registry;

namespace Technopark.Clusters.EventHandlers;

/// <summary>A company that is no more is suggested to nobody, and its memberships end.</summary>
internal sealed class CompanyLiquidatedHandler(ClustersDb db, TimeProvider clock) : IConsumer<CompanyLiquidated>
{
    public Task Consume(ConsumeContext<CompanyLiquidated> context)
    {
        var message = context.Message;
        return db.EndMembershipsAsync(
            message.CompanyId, $"liquidation: {message.Reason}", clock.GetUtcNow(), context.CancellationToken);
    }
}
