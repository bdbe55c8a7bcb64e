namespace Technopark.Incubation.Features.Applications;

internal static class AssignReviewer
{
    /// <param name="ReviewerId">The expert's id in the park.</param>
    public sealed record Request(Guid ReviewerId);

    public static void Map(RouteGroupBuilder applications) => applications.MapPost("/{id:guid}/assign", HandleAsync)
        .WithName(nameof(AssignReviewer)).WithSummary("Give an application to an expert")
        .WithDescription("Until it is decided. From here on the expert sees it.");

    private static Task<OkWithETag<ApplicationView>> HandleAsync(
        [AsParameters] Change<Application> change, Request body) =>
        body.ReviewerId == Guid.Empty
            ? throw ProblemException.Field("reviewerId", "An expert's id is needed.")
            : change.MakeAsync(application => application.Assign(body.ReviewerId), ApplicationView.Of);
}
