namespace Technopark.Incubation.Features.Residencies;

internal static class ProposeGraduation
{
    public static void Map(RouteGroupBuilder residencies) =>
        residencies.MapPost("/{id:guid}/proposeGraduation", HandleAsync)
        .WithName(nameof(ProposeGraduation)).WithSummary("Propose a resident's graduation")
        .WithDescription("active → graduationProposed.");

    private static Task<OkWithETag<ResidencyView>> HandleAsync([AsParameters] Change<Residency> change) =>
        change.MakeAsync(residency => residency.ProposeGraduation(), ResidencyView.Of);
}
