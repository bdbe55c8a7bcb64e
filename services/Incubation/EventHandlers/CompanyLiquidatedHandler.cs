using MassTransit;
using Technopark.Contracts.Registry;

namespace Technopark.Incubation.EventHandlers;

internal sealed class CompanyLiquidatedHandler(IncubationDb db) : IConsumer<CompanyLiquidated>
{
    public Task Consume(ConsumeContext<CompanyLiquidated> context)
    {
        var message = context.Message;
        return db.EndAllOfAsync(
            message.CompanyId, $"liquidation: {message.Reason}", message.LiquidatedOn, context.CancellationToken);
    }
}
