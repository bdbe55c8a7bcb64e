namespace Technopark.Clusters.Features.Initiatives;

internal static class RejectInitiative
{
    public sealed record Request([property: Required, StringLength(1000, MinimumLength = 1)] string Reason);

    public static void Map(RouteGroupBuilder initiatives) => initiatives.MapPost("/{id:guid}/reject", HandleAsync)
        .WithName(nameof(RejectInitiative)).WithSummary("Reject an initiative")
        .WithDescription("Memberships that have not ended end with it.");

    private static Task<OkWithETag<InitiativeView>> HandleAsync(
        Guid id, Request body, IfMatch ifMatch, ClustersDb db, IOptions<ActivationRules> rules, TimeProvider clock,
        CancellationToken ct) =>
        db.TransactAsync(async () =>
        {
            var (initiative, open) = await db.LockWithMembersAsync(id, ifMatch, ct);
            initiative.Reject(body.Reason, open, clock.GetUtcNow());
            return await db.SaveAsync(initiative, InitiativeView.By(rules.Value), ct);
        }, ct);
}
