namespace Technopark.Clusters.Features.Initiatives;

internal static class DissolveInitiative
{
    public sealed record Request([property: Required, StringLength(1000, MinimumLength = 1)] string Reason);

    public static void Map(RouteGroupBuilder initiatives) => initiatives.MapPost("/{id:guid}/dissolve", HandleAsync)
        .WithName(nameof(DissolveInitiative)).WithSummary("Dissolve a cluster")
        .WithDescription("Memberships that have not ended end with it.");

    private static Task<OkWithETag<InitiativeView>> HandleAsync(
        Guid id, Request body, IfMatch ifMatch, ClustersDb db, IOptions<ActivationRules> rules, TimeProvider clock,
        CancellationToken ct) =>
        db.TransactAsync(async () =>
        {
            var (initiative, open) = await db.LockWithMembersAsync(id, ifMatch, ct);
            initiative.Dissolve(body.Reason, open, clock.GetUtcNow());
            return await db.SaveAsync(initiative, InitiativeView.By(rules.Value), ct);
        }, ct);
}
