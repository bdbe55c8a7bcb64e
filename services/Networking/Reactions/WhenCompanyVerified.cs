using MassTransit;
using Technopark.Contracts.Registry;
using Technopark.Networking.Data;
using Technopark.Networking.Domain;

namespace Technopark.Networking.Reactions;

/// <summary>From here on the company is in the directory and may offer and be interested.</summary>
internal sealed class WhenCompanyVerified(NetworkingDb db) : IConsumer<CompanyVerified>
{
    public async Task Consume(ConsumeContext<CompanyVerified> context)
    {
        var fact = context.Message;
        var company = await db.HeardOfAsync(fact.CompanyId, context.CancellationToken);
        company.Hear(KnownCompanyStatus.Verified, new CompanyFacts(fact.Name, fact.OkvedMain, fact.Region), fact.Version);
    }
}
