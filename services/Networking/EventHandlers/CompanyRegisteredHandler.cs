using MassTransit;
using Technopark.Contracts.Registry;
using Technopark.Networking.Data;
using Technopark.Networking.Domain;

namespace Technopark.Networking.EventHandlers;

internal sealed class CompanyRegisteredHandler(NetworkingDb db) : IConsumer<CompanyRegistered>
{
    public async Task Consume(ConsumeContext<CompanyRegistered> context)
    {
        var message = context.Message;
        var company = await db.HeardOfAsync(message.CompanyId, context.CancellationToken);
        company.Apply(KnownCompanyStatus.Registered, new CompanyFacts(message.Name, message.OkvedMain, message.Region), message.Version);
    }
}
