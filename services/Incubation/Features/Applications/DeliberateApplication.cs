namespace Technopark.Incubation.Features.Applications;

internal static class DeliberateApplication
{
    public sealed record Request(
        [property: StringLength(1000, MinimumLength = 1)]
        [property: Description("Why there is no quorum of reviews, where one is asked for.")]
        string? OverrideReason = null);

    public static void Map(RouteGroupBuilder applications) => applications.MapPost("/{id:guid}/deliberate", HandleAsync)
        .WithName(nameof(DeliberateApplication)).WithSummary("Take an application into deliberation")
        .WithDescription(
            "screening → deliberation where the call has no reviews; underReview → deliberation with a quorum of them "
            + "or an overrideReason.");

    private static Task<OkWithETag<ApplicationView>> HandleAsync(
        [AsParameters] Change<Application> change, Request? body) =>
        change.MakeAsync(application => application.Deliberate(body?.OverrideReason), ApplicationView.Of);
}
