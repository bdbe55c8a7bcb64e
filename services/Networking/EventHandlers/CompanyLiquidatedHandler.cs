using MassTransit;
using Technopark.Contracts.Registry;

namespace Technopark.Networking.EventHandlers;

/// <summary>A company that is no more offers nothing, talks to nobody and comes to no meeting.</summary>
internal sealed class CompanyLiquidatedHandler(NetworkingDb db, TimeProvider clock) : IConsumer<CompanyLiquidated>
{
    public Task Consume(ConsumeContext<CompanyLiquidated> context)
    {
        var message = context.Message;
        return db.EndAffairsAsync(
            message.CompanyId, $"liquidation: {message.Reason}", clock.GetUtcNow(), context.CancellationToken);
    }
}
