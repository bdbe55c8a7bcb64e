using MassTransit;
using Technopark.Contracts.Registry;
using Technopark.Incubation.Data;
using Technopark.Incubation.Domain;

namespace Technopark.Incubation.Reactions;

internal sealed class WhenCompanyRegistered(IncubationDb db) : IConsumer<CompanyRegistered>
{
    public Task Consume(ConsumeContext<CompanyRegistered> context)
    {
        var fact = context.Message;
        return db.HearAsync(fact.CompanyId, KnownCompanyStatus.Registered, fact.Name, fact.Version, context.CancellationToken);
    }
}
