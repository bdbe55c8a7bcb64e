namespace Technopark.Incubation.Features.Residencies;

internal static class ProposeGraduation
{
    public static void Map(RouteGroupBuilder residencies) =>
        residencies.MapPost("/{id:guid}/proposeGraduation", HandleAsync)
        .WithName(nameof(ProposeGraduation)).WithSummary("Propose a resident's graduation")
        .WithDescription("active → graduationProposed.");

    private static async Task<OkWithETag<ResidencyView>> HandleAsync(
        Guid id, IfMatch ifMatch, IncubationDb db, CancellationToken ct)
    {
        var residency = await db.Residencies.FindOr404Async(id, ifMatch, ct);
        residency.ProposeGraduation();
        return await db.SaveAsync(residency, ResidencyView.Of, ct);
    }
}
