using MassTransit;
using Technopark.Contracts.Registry;

namespace Technopark.Investment.EventHandlers;

/// <summary>An issuer is called as its company is.</summary>
internal sealed class CompanyCorrectedHandler(InvestmentDb db) : IConsumer<CompanyCorrected>
{
    public async Task Consume(ConsumeContext<CompanyCorrected> context)
    {
        var (company, ct) = (context.Message.CompanyId, context.CancellationToken);
        if (await db.Issuers.FindAsync([company], ct) is { } issuer)
        {
            issuer.Rename(await db.NameOfCompanyAsync(company, ct));
        }
    }
}
