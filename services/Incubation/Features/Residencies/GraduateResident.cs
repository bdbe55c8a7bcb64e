namespace Technopark.Incubation.Features.Residencies;

internal static class GraduateResident
{
    public sealed record Request(DateOnly GraduatedOn);

    public static void Map(RouteGroupBuilder residencies) => residencies.MapPost("/{id:guid}/graduate", HandleAsync)
        .WithName(nameof(GraduateResident)).WithSummary("Graduate a resident")
        .WithDescription("graduationProposed → graduated, within the programme's term. The seat is free again.");

    private static async Task<OkWithETag<ResidencyView>> HandleAsync(
        Guid id, Request body, IfMatch ifMatch, IncubationDb db, TimeProvider clock, CancellationToken ct)
    {
        body.GraduatedOn.RequireNotAfter(clock.Today(), "graduatedOn");
        var residency = await db.Residencies.FindOr404Async(id, ifMatch, ct);
        residency.Graduate(body.GraduatedOn);
        return await db.SaveAsync(residency, ResidencyView.Of, ct);
    }
}
