namespace Technopark.Incubation.Features.Residencies;

internal static class EndResidency
{
    public sealed record Request(
        ResidencyEnd End, [property: Required, StringLength(1000, MinimumLength = 1)] string Reason,
        [property: Happened] DateOnly EndedOn);

    public static void Map(RouteGroupBuilder residencies) => residencies.MapPost("/{id:guid}/end", HandleAsync)
        .WithName(nameof(EndResidency)).WithSummary("End a residency without graduation")
        .WithDescription("From every open state. It expires only once its term is over. The seat is free again.");

    private static async Task<OkWithETag<ResidencyView>> HandleAsync(
        Guid id, Request body, IfMatch ifMatch, IncubationDb db, CancellationToken ct)
    {
        var residency = await db.Residencies.FindOr404Async(id, ifMatch, ct);
        await db.RequireBegunAsync(residency.CompanyId, body.EndedOn, "endedOn", ct);
        residency.End(body.End, body.Reason, body.EndedOn);
        return await db.SaveAsync(residency, ResidencyView.Of, ct);
    }
}
