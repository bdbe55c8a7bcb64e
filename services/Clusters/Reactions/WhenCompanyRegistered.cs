using MassTransit;
using Technopark.Clusters.Data;
using Technopark.Clusters.Domain;
using Technopark.Contracts.Registry;

namespace Technopark.Clusters.Reactions;

internal sealed class WhenCompanyRegistered(ClustersDb db) : IConsumer<CompanyRegistered>
{
    public async Task Consume(ConsumeContext<CompanyRegistered> context)
    {
        var fact = context.Message;
        var company = await db.HeardOfAsync(fact.CompanyId, context.CancellationToken);
        company.Hear(KnownCompanyStatus.Registered, new CompanyFacts(fact.Name, fact.OkvedMain, fact.Region), fact.Version);
    }
}
