using MassTransit;
using Technopark.Contracts.Registry;

namespace Technopark.ServiceKit.PersonalData;

/// <summary>Every centre forgets the sole trader that a company was.</summary>
internal sealed class CompanyErasedHandler(ErasedCompanies companies) : IConsumer<CompanyErased>
{
    public Task Consume(ConsumeContext<CompanyErased> context) =>
        companies.EraseAsync(context.Message.CompanyId, context.CancellationToken);
}
