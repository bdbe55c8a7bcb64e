using MassTransit;
using Technopark.Contracts.Registry;
using Technopark.Networking.Data;
using Technopark.Networking.Domain;

namespace Technopark.Networking.Reactions;

/// <summary>A company that is no more offers nothing, talks to nobody and comes to no meeting.</summary>
internal sealed class WhenCompanyLiquidated(NetworkingDb db, TimeProvider clock) : IConsumer<CompanyLiquidated>
{
    public async Task Consume(ConsumeContext<CompanyLiquidated> context)
    {
        var fact = context.Message;
        var company = await db.HeardOfAsync(fact.CompanyId, context.CancellationToken);
        company.Hear(KnownCompanyStatus.Liquidated, facts: null, fact.Version);
        await db.EndAffairsAsync(fact.CompanyId, $"liquidation: {fact.Reason}", clock.GetUtcNow(), context.CancellationToken);
    }
}
