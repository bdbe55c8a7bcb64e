using MassTransit;
using Technopark.Clusters.Data;
using Technopark.Clusters.Domain;
using Technopark.Contracts.Registry;

namespace Technopark.Clusters.Reactions;

/// <summary>A company that is no more is suggested to nobody, and its memberships end.</summary>
internal sealed class WhenCompanyLiquidated(ClustersDb db, TimeProvider clock) : IConsumer<CompanyLiquidated>
{
    public async Task Consume(ConsumeContext<CompanyLiquidated> context)
    {
        var fact = context.Message;
        var company = await db.HeardOfAsync(fact.CompanyId, context.CancellationToken);
        company.Hear(KnownCompanyStatus.Liquidated, facts: null, fact.Version);
        await db.EndMembershipsAsync(fact.CompanyId, $"liquidation: {fact.Reason}", clock.GetUtcNow(), context.CancellationToken);
    }
}
