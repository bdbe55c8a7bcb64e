using MassTransit;
using Technopark.Clusters.Data;
using Technopark.Clusters.Domain;
using Technopark.Contracts.Registry;

namespace Technopark.Clusters.EventHandlers;

internal sealed class CompanyRegisteredHandler(ClustersDb db) : IConsumer<CompanyRegistered>
{
    public async Task Consume(ConsumeContext<CompanyRegistered> context)
    {
        var message = context.Message;
        var company = await db.HeardOfAsync(message.CompanyId, context.CancellationToken);
        company.Apply(KnownCompanyStatus.Registered, new CompanyFacts(message.Name, message.OkvedMain, message.Region), message.Version);
    }
}
