using MassTransit;
using Technopark.Contracts.Identity;

namespace Technopark.ServiceKit.PersonalData;

/// <summary>Every centre forgets who the person was.</summary>
internal sealed class PersonErasedHandler(IEnumerable<IPersonalRecords> kept) : IConsumer<PersonErased>
{
    public async Task Consume(ConsumeContext<PersonErased> context)
    {
        foreach (var records in kept)
        {
            await records.EraseAsync(context.Message.PersonId, context.CancellationToken);
        }
    }
}
