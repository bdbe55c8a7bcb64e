namespace Technopark.Clusters.Features.Memberships;

internal static class CommitMembership
{
    public static void Map(RouteGroupBuilder memberships) => memberships.MapPost("/{id:guid}/commit", HandleAsync)
        .WithName(nameof(CommitMembership)).WithSummary("Sign up to the initiative");

    private static Task<OkWithETag<MembershipView>> HandleAsync(
        Guid id, IfMatch ifMatch, ClustersDb db, TimeProvider clock, CancellationToken ct) =>
        db.TransactAsync(async () =>
        {
            var (initiative, membership) = await db.LockMembershipAsync(id, ifMatch, ct);
            membership.RequireCommittableBy(db.Caller.SeesAll);
            membership.Commit(initiative, clock.GetUtcNow());
            return await db.SaveAsync(membership, MembershipView.Of, ct);
        }, ct);
}
