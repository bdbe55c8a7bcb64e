namespace Technopark.Clusters.Data;

/// <summary>
/// What the chain's news of a company changes here. The company stays locked until the inbox commits.
/// </summary>
internal static class CompanyLiquidation
{
    /// <summary>Ends every membership of a company.</summary>
    public static async Task EndMembershipsAsync(
        this ClustersDb db, Guid companyId, string reason, DateTimeOffset now, CancellationToken ct)
    {
        var open = db.Memberships.Where(
            membership => membership.CompanyId == companyId && membership.Status != MembershipStatus.Left);
        var ids = await open.Select(membership => membership.InitiativeId).ToArrayAsync(ct);
        var initiatives = await db.Initiatives
            .FromSql($"select *, xmin from initiatives where id = any({ids}) order by id for no key update")
            .ToDictionaryAsync(initiative => initiative.Id, ct);
        foreach (var membership in await open.ToListAsync(ct))
        {
            membership.Leave(initiatives[membership.InitiativeId], reason, now);
        }
    }
}
