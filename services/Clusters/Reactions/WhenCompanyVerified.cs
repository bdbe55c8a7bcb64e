using MassTransit;
using Technopark.Clusters.Data;
using Technopark.Clusters.Domain;
using Technopark.Contracts.Registry;

namespace Technopark.Clusters.Reactions;

/// <summary>From here on initiatives may take the company in, and it is suggested to those it suits.</summary>
internal sealed class WhenCompanyVerified(ClustersDb db) : IConsumer<CompanyVerified>
{
    public async Task Consume(ConsumeContext<CompanyVerified> context)
    {
        var fact = context.Message;
        var company = await db.HeardOfAsync(fact.CompanyId, context.CancellationToken);
        company.Hear(KnownCompanyStatus.Verified, new CompanyFacts(fact.Name, fact.OkvedMain, fact.Region), fact.Version);
    }
}
