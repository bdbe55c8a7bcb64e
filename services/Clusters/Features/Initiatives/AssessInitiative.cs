namespace Technopark.Clusters.Features.Initiatives;

internal static class AssessInitiative
{
    public static void Map(RouteGroupBuilder initiatives) => initiatives.MapPost("/{id:guid}/assess", HandleAsync)
        .WithName(nameof(AssessInitiative)).WithSummary("Record that an initiative is assessed");

    private static Task<OkWithETag<InitiativeView>> HandleAsync(
        [AsParameters] Change<Initiative> change, IOptions<ActivationRules> rules) =>
        change.MakeAsync(initiative => initiative.Assess(), InitiativeView.By(rules.Value));
}
