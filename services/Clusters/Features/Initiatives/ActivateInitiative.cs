namespace Technopark.Clusters.Features.Initiatives;

internal static class ActivateInitiative
{
    public static void Map(RouteGroupBuilder initiatives) => initiatives.MapPost("/{id:guid}/activate", HandleAsync)
        .WithName(nameof(ActivateInitiative)).WithSummary("Make it an active cluster")
        .WithDescription(
            "Every criterion must be met; otherwise the 409 criteriaUnmet lists those that are not, in its errors.");

    private static async Task<OkWithETag<InitiativeView>> HandleAsync(
        Guid id, IfMatch ifMatch, ClustersDb db, IOptions<ActivationRules> rules, TimeProvider clock,
        CancellationToken ct)
    {
        var initiative = await db.Initiatives.FindOr404Async(id, ifMatch, ct);
        initiative.Activate(rules.Value, clock.GetUtcNow());
        return await db.SaveAsync(initiative, InitiativeView.By(rules.Value), ct);
    }
}
