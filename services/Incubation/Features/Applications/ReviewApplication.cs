namespace Technopark.Incubation.Features.Applications;

internal static class ReviewApplication
{
    public static void Map(RouteGroupBuilder applications) => applications.MapPost("/{id:guid}/review", HandleAsync)
        .WithName(nameof(ReviewApplication)).WithSummary("Give an application to reviewers")
        .WithDescription("screening → underReview, where the call has a quorum of reviews.");

    private static Task<OkWithETag<ApplicationView>> HandleAsync([AsParameters] Change<Application> change) =>
        change.MakeAsync(application => application.Review(), ApplicationView.Of);
}
