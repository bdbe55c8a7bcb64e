using MassTransit;
using Technopark.Contracts.Registry;
using Technopark.Networking.Data;
using Technopark.Networking.Domain;

namespace Technopark.Networking.EventHandlers;

/// <summary>A company that is no more offers nothing, talks to nobody and comes to no meeting.</summary>
internal sealed class CompanyLiquidatedHandler(NetworkingDb db, TimeProvider clock) : IConsumer<CompanyLiquidated>
{
    public async Task Consume(ConsumeContext<CompanyLiquidated> context)
    {
        var message = context.Message;
        var company = await db.HeardOfAsync(message.CompanyId, context.CancellationToken);
        company.Apply(KnownCompanyStatus.Liquidated, facts: null, message.Version);
        await db.EndAffairsAsync(message.CompanyId, $"liquidation: {message.Reason}", clock.GetUtcNow(), context.CancellationToken);
    }
}
