using MassTransit;
using Technopark.Contracts.Registry;
using Technopark.Incubation.Data;
using Technopark.Incubation.Domain;
using Technopark.ServiceKit.Domain;

namespace Technopark.Incubation.Reactions;

/// <summary>A rejection is final: what the company has open here could never be signed.</summary>
internal sealed class WhenCompanyRejected(IncubationDb db, TimeProvider clock) : IConsumer<CompanyRejected>
{
    public async Task Consume(ConsumeContext<CompanyRejected> context)
    {
        var fact = context.Message;
        await db.HearAsync(fact.CompanyId, KnownCompanyStatus.Rejected, name: null, fact.Version, context.CancellationToken);
        await db.EndAffairsAsync(fact.CompanyId, $"rejection: {fact.Reason}", clock.Today(), context.CancellationToken);
    }
}
