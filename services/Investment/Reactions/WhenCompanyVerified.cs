using MassTransit;
using Technopark.Contracts.Registry;
using Technopark.Investment.Data;

namespace Technopark.Investment.Reactions;

/// <summary>A verified company may raise money.</summary>
internal sealed class WhenCompanyVerified(InvestmentDb db, TimeProvider clock) : IConsumer<CompanyVerified>
{
    public async Task Consume(ConsumeContext<CompanyVerified> context)
    {
        var fact = context.Message;
        var issuer = await db.IssuerOfAsync(fact.CompanyId, clock, context.CancellationToken);
        issuer.HearVerified(fact.Name, fact.Version);
    }
}
