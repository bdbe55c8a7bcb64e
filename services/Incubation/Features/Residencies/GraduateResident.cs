namespace Technopark.Incubation.Features.Residencies;

internal static class GraduateResident
{
    public sealed record Request([property: Happened] DateOnly GraduatedOn);

    public static void Map(RouteGroupBuilder residencies) => residencies.MapPost("/{id:guid}/graduate", HandleAsync)
        .WithName(nameof(GraduateResident)).WithSummary("Graduate a resident")
        .WithDescription("graduationProposed → graduated, within the programme's term. The seat is free again.");

    private static Task<OkWithETag<ResidencyView>> HandleAsync([AsParameters] Change<Residency> change, Request body) =>
        change.MakeAsync(residency => residency.Graduate(body.GraduatedOn), ResidencyView.Of);
}
