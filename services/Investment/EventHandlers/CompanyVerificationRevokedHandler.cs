using MassTransit;
using Technopark.Contracts.Registry;

namespace Technopark.Investment.EventHandlers;

/// <summary>A company that was verified by mistake raises no money.</summary>
internal sealed class CompanyVerificationRevokedHandler(InvestmentDb db, TimeProvider clock)
    : IConsumer<CompanyVerificationRevoked>
{
    public async Task Consume(ConsumeContext<CompanyVerificationRevoked> context)
    {
        var message = context.Message;
        var issuer = await db.IssuerOfAsync(message.CompanyId, clock, context.CancellationToken);
        issuer.HearVerificationRevoked(message.Version);
    }
}
