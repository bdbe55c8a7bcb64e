namespace Technopark.Incubation.Features.Applications;

internal static class DecideApplication
{
    public sealed record Request(
        ApplicationOutcome Outcome, [property: Required, StringLength(4000, MinimumLength = 1)] string Rationale);

    public static void Map(RouteGroupBuilder applications) => applications.MapPost("/{id:guid}/decide", HandleAsync)
        .WithName(nameof(DecideApplication)).WithSummary("Decide an application")
        .WithDescription(
            "deliberation → accepted, rejected or waitListed; waitListed → accepted or rejected. Whoever is accepted "
            + "is offered a residency at once: GET /residencies?companyId= shows it.");

    private static async Task<OkWithETag<ApplicationView>> HandleAsync(
        Guid id, Request body, IfMatch ifMatch, IncubationDb db, TimeProvider clock, CancellationToken ct)
    {
        var application = await db.Applications.FindOr404Async(id, ifMatch, ct);
        if (application.Decide(body.Outcome, body.Rationale, clock.GetUtcNow()) is { } offer)
        {
            db.Add(offer);
        }

        return await db.SaveAsync(application, ApplicationView.Of, ct);
    }
}
