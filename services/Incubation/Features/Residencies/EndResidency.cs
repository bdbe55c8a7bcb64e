namespace Technopark.Incubation.Features.Residencies;

internal static class EndResidency
{
    public sealed record Request(
        ResidencyEnd End, [property: Required, StringLength(1000, MinimumLength = 1)] string Reason, DateOnly EndedOn);

    public static void Map(RouteGroupBuilder residencies) => residencies.MapPost("/{id:guid}/end", HandleAsync)
        .WithName(nameof(EndResidency)).WithSummary("End a residency without graduation")
        .WithDescription("From every open state. It expires only once its term is over. The seat is free again.");

    private static Task<OkWithETag<ResidencyView>> HandleAsync([AsParameters] Change<Residency> change, Request body)
    {
        body.EndedOn.RequireNotAfter(change.Clock.Today(), "endedOn");
        return change.MakeAsync(residency => residency.End(body.End, body.Reason, body.EndedOn), ResidencyView.Of);
    }
}
