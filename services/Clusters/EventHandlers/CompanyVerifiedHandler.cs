using MassTransit;
using Technopark.Clusters.Data;
using Technopark.Clusters.Domain;
using Technopark.Contracts.Registry;

namespace Technopark.Clusters.EventHandlers;

/// <summary>From here on initiatives may take the company in, and it is suggested to those it suits.</summary>
internal sealed class CompanyVerifiedHandler(ClustersDb db) : IConsumer<CompanyVerified>
{
    public async Task Consume(ConsumeContext<CompanyVerified> context)
    {
        var message = context.Message;
        var company = await db.HeardOfAsync(message.CompanyId, context.CancellationToken);
        company.Apply(KnownCompanyStatus.Verified, new CompanyFacts(message.Name, message.OkvedMain, message.Region), message.Version);
    }
}
