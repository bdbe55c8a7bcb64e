namespace Technopark.Clusters.Features.Initiatives;

internal static class ActivateInitiative
{
    public static void Map(RouteGroupBuilder initiatives) => initiatives.MapPost("/{id:guid}/activate", HandleAsync)
        .WithName(nameof(ActivateInitiative)).WithSummary("Make it an active cluster")
        .WithDescription(
            "Every criterion must be met; otherwise the 409 criteriaUnmet lists those that are not, in its errors.");

    private static Task<OkWithETag<InitiativeView>> HandleAsync(
        [AsParameters] Change<Initiative> change, IOptions<ActivationRules> rules) =>
        change.MakeAsync(initiative => initiative.Activate(rules.Value, change.Now), InitiativeView.By(rules.Value));
}
