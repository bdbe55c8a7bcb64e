namespace Technopark.Clusters.Features.Initiatives;

internal static class FormInitiative
{
    public static void Map(RouteGroupBuilder initiatives) => initiatives.MapPost("/{id:guid}/form", HandleAsync)
        .WithName(nameof(FormInitiative)).WithSummary("Begin to form the cluster");

    private static async Task<OkWithETag<InitiativeView>> HandleAsync(
        Guid id, IfMatch ifMatch, ClustersDb db, IOptions<ActivationRules> rules, CancellationToken ct)
    {
        var initiative = await db.Initiatives.FindOr404Async(id, ifMatch, ct);
        initiative.Form();
        return await db.SaveAsync(initiative, InitiativeView.By(rules.Value), ct);
    }
}
