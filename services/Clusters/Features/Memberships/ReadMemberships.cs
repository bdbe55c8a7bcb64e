namespace Technopark.Clusters.Features.Memberships;

internal static class ReadMemberships
{
    public static void Map(RouteGroupBuilder memberships, RouteGroupBuilder initiatives)
    {
        memberships.MapOne<Membership, MembershipView>(MembershipView.Of)
            .WithName("GetMembership").WithSummary("A membership");
        memberships.MapGet("", ListAsync).WithName("ListMemberships").WithSummary("Memberships, newest first");
        initiatives.MapGet("/{id:guid}/memberships", ListOfInitiativeAsync)
            .WithName("ListInitiativeMemberships").WithSummary("Who is in it, newest first");
    }

    private static Task<Page<MembershipView>> ListAsync(
        Guid? initiativeId, Guid? companyId, MembershipStatus? status, MemberType? type, [AsParameters] Paging paging,
        ClustersDb db, CancellationToken ct) => db.Memberships.AsNoTracking()
            .Where(membership => (initiativeId == null || membership.InitiativeId == initiativeId)
                && (companyId == null || membership.CompanyId == companyId)
                && (status == null || membership.Status == status)
                && (type == null || membership.Type == type))
            .PageAsync(paging, new { initiativeId, companyId, status, type }, MembershipView.Of, ct);

    private static async Task<Page<MembershipView>> ListOfInitiativeAsync(
        Guid id, MembershipStatus? status, MemberType? type, [AsParameters] Paging paging, ClustersDb db,
        CancellationToken ct)
    {
        await db.ReadOr404Async<Initiative>(id, ct);
        return await ListAsync(id, companyId: null, status, type, paging, db, ct);
    }
}
