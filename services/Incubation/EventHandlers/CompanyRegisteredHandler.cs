using MassTransit;
using Technopark.Contracts.Registry;
using Technopark.Incubation.Data;
using Technopark.Incubation.Domain;

namespace Technopark.Incubation.EventHandlers;

internal sealed class CompanyRegisteredHandler(IncubationDb db) : IConsumer<CompanyRegistered>
{
    public Task Consume(ConsumeContext<CompanyRegistered> context)
    {
        var message = context.Message;
        return db.HearAsync(message.CompanyId, KnownCompanyStatus.Registered, message.Name, message.Version, context.CancellationToken);
    }
}
