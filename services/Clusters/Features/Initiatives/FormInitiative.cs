namespace Technopark.Clusters.Features.Initiatives;

internal static class FormInitiative
{
    public static void Map(RouteGroupBuilder initiatives) => initiatives.MapPost("/{id:guid}/form", HandleAsync)
        .WithName(nameof(FormInitiative)).WithSummary("Begin to form the cluster");

    private static Task<OkWithETag<InitiativeView>> HandleAsync(
        [AsParameters] Change<Initiative> change, IOptions<ActivationRules> rules) =>
        change.MakeAsync(initiative => initiative.Form(), InitiativeView.By(rules.Value));
}
