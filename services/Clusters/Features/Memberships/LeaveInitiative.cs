namespace Technopark.Clusters.Features.Memberships;

internal static class LeaveInitiative
{
    public sealed record Request([property: Required, StringLength(1000, MinimumLength = 1)] string Reason);

    public static void Map(RouteGroupBuilder memberships) => memberships.MapPost("/{id:guid}/leave", HandleAsync)
        .WithName(nameof(LeaveInitiative)).WithSummary("Leave the initiative, or decline to join it");

    private static Task<OkWithETag<MembershipView>> HandleAsync(
        Guid id, Request body, IfMatch ifMatch, ClustersDb db, TimeProvider clock, CancellationToken ct) =>
        db.TransactAsync(async () =>
        {
            var (initiative, membership) = await db.LockMembershipAsync(id, ifMatch, ct);
            membership.Leave(initiative, body.Reason, clock.GetUtcNow());
            return await db.SaveAsync(membership, MembershipView.Of, ct);
        }, ct);
}
