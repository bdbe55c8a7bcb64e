using MassTransit;
using Technopark.Contracts.Registry;

namespace Technopark.Incubation.EventHandlers;

/// <summary>A rejection is final: what the company has open here could never be signed.</summary>
internal sealed class CompanyRejectedHandler(IncubationDb db, TimeProvider clock) : IConsumer<CompanyRejected>
{
    public Task Consume(ConsumeContext<CompanyRejected> context)
    {
        var message = context.Message;
        return db.EndAllOfAsync(
            message.CompanyId, $"rejection: {message.Reason}", clock.Today(), context.CancellationToken);
    }
}
