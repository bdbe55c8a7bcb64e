using MassTransit;
using Technopark.Contracts.Registry;

namespace Technopark.Clusters.EventHandlers;

/// <summary>A member from the registry is called as its company is.</summary>
internal sealed class CompanyCorrectedHandler(ClustersDb db) : IConsumer<CompanyCorrected>
{
    public async Task Consume(ConsumeContext<CompanyCorrected> context)
    {
        var (company, ct) = (context.Message.CompanyId, context.CancellationToken);
        var name = await db.Companies.Where(known => known.Id == company).Select(known => known.Name).SingleAsync(ct);
        var memberships = await db.Memberships
            .FromSql($"select *, xmin from memberships where company_id = {company} order by id for no key update")
            .ToListAsync(ct);
        memberships.FindAll(membership => membership.MemberName != name)
            .ForEach(membership => membership.Rename(name!));
    }
}
