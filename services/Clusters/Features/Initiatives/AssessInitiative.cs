namespace Technopark.Clusters.Features.Initiatives;

internal static class AssessInitiative
{
    public static void Map(RouteGroupBuilder initiatives) => initiatives.MapPost("/{id:guid}/assess", HandleAsync)
        .WithName(nameof(AssessInitiative)).WithSummary("Record that an initiative is assessed");

    private static async Task<OkWithETag<InitiativeView>> HandleAsync(
        Guid id, IfMatch ifMatch, ClustersDb db, IOptions<ActivationRules> rules, CancellationToken ct)
    {
        var initiative = await db.Initiatives.FindOr404Async(id, ifMatch, ct);
        initiative.Assess();
        return await db.SaveAsync(initiative, InitiativeView.By(rules.Value), ct);
    }
}
