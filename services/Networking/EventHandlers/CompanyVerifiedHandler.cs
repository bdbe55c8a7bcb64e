using MassTransit;
using Technopark.Contracts.Registry;
using Technopark.Networking.Data;
using Technopark.Networking.Domain;

namespace Technopark.Networking.EventHandlers;

/// <summary>From here on the company is in the directory and may offer and be interested.</summary>
internal sealed class CompanyVerifiedHandler(NetworkingDb db) : IConsumer<CompanyVerified>
{
    public async Task Consume(ConsumeContext<CompanyVerified> context)
    {
        var message = context.Message;
        var company = await db.HeardOfAsync(message.CompanyId, context.CancellationToken);
        company.Apply(KnownCompanyStatus.Verified, new CompanyFacts(message.Name, message.OkvedMain, message.Region), message.Version);
    }
}
