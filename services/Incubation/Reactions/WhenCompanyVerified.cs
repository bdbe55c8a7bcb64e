using MassTransit;
using Technopark.Contracts.Registry;
using Technopark.Incubation.Data;
using Technopark.Incubation.Domain;

namespace Technopark.Incubation.Reactions;

internal sealed class WhenCompanyVerified(IncubationDb db) : IConsumer<CompanyVerified>
{
    public Task Consume(ConsumeContext<CompanyVerified> context)
    {
        var fact = context.Message;
        return db.HearAsync(fact.CompanyId, KnownCompanyStatus.Verified, fact.Name, fact.Version, context.CancellationToken);
    }
}
