using MassTransit;
using Technopark.Contracts.Registry;
using Technopark.Incubation.Data;
using Technopark.Incubation.Domain;

namespace Technopark.Incubation.Reactions;

internal sealed class WhenCompanyLiquidated(IncubationDb db) : IConsumer<CompanyLiquidated>
{
    public async Task Consume(ConsumeContext<CompanyLiquidated> context)
    {
        var fact = context.Message;
        await db.HearAsync(fact.CompanyId, KnownCompanyStatus.Liquidated, name: null, fact.Version, context.CancellationToken);
        await db.EndAffairsAsync(fact.CompanyId, $"liquidation: {fact.Reason}", fact.LiquidatedOn, context.CancellationToken);
    }
}
