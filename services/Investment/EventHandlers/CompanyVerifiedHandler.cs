using MassTransit;
using Technopark.Contracts.Registry;

namespace Technopark.Investment.EventHandlers;

/// <summary>A verified company may raise money.</summary>
internal sealed class CompanyVerifiedHandler(InvestmentDb db, TimeProvider clock) : IConsumer<CompanyVerified>
{
    public async Task Consume(ConsumeContext<CompanyVerified> context)
    {
        var message = context.Message;
        var issuer = await db.IssuerOfAsync(message.CompanyId, clock, context.CancellationToken);
        issuer.HearVerified(
            await db.NameOfCompanyAsync(message.CompanyId, context.CancellationToken), message.Version);
    }
}
