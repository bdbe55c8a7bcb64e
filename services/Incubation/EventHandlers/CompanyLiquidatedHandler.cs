using MassTransit;
using Technopark.Contracts.Registry;
using Technopark.Incubation.Data;
using Technopark.Incubation.Domain;

namespace Technopark.Incubation.EventHandlers;

internal sealed class CompanyLiquidatedHandler(IncubationDb db) : IConsumer<CompanyLiquidated>
{
    public async Task Consume(ConsumeContext<CompanyLiquidated> context)
    {
        var message = context.Message;
        await db.HearAsync(message.CompanyId, KnownCompanyStatus.Liquidated, name: null, message.Version, context.CancellationToken);
        await db.EndAffairsAsync(message.CompanyId, $"liquidation: {message.Reason}", message.LiquidatedOn, context.CancellationToken);
    }
}
