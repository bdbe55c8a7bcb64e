using MassTransit;
using Technopark.Contracts.Registry;
using Technopark.Incubation.Data;
using Technopark.Incubation.Domain;

namespace Technopark.Incubation.EventHandlers;

internal sealed class CompanyVerifiedHandler(IncubationDb db) : IConsumer<CompanyVerified>
{
    public Task Consume(ConsumeContext<CompanyVerified> context)
    {
        var message = context.Message;
        return db.HearAsync(message.CompanyId, KnownCompanyStatus.Verified, message.Name, message.Version, context.CancellationToken);
    }
}
