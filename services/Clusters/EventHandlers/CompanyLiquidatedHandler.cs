using MassTransit;
using Technopark.Contracts.Registry;

namespace Technopark.Clusters.EventHandlers;

/// <summary>A company that is no more is suggested to nobody, and its memberships end.</summary>
internal sealed class CompanyLiquidatedHandler(ClustersDb db, TimeProvider clock) : IConsumer<CompanyLiquidated>
{
    public async Task Consume(ConsumeContext<CompanyLiquidated> context)
    {
        var (message, ct) = (context.Message, context.CancellationToken);
        var open = db.Memberships.Where(membership =>
            membership.CompanyId == message.CompanyId && membership.Status != MembershipStatus.Left);
        var ids = await open.Select(membership => membership.InitiativeId).ToArrayAsync(ct);
        var initiatives = await db.Initiatives
            .FromSql($"select *, xmin from initiatives where id = any({ids}) order by id for no key update")
            .ToDictionaryAsync(initiative => initiative.Id, ct);
        foreach (var membership in await open.ToListAsync(ct))
        {
            membership.Leave(initiatives[membership.InitiativeId], $"liquidation: {message.Reason}", clock.GetUtcNow());
        }
    }
}
