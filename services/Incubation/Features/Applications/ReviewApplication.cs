namespace Technopark.Incubation.Features.Applications;

internal static class ReviewApplication
{
    public static void Map(RouteGroupBuilder applications) => applications.MapPost("/{id:guid}/review", HandleAsync)
        .WithName(nameof(ReviewApplication)).WithSummary("Give an application to reviewers")
        .WithDescription("screening → underReview, where the call has a quorum of reviews.");

    private static async Task<OkWithETag<ApplicationView>> HandleAsync(
        Guid id, IfMatch ifMatch, IncubationDb db, CancellationToken ct)
    {
        var application = await db.Applications.FindOr404Async(id, ifMatch, ct);
        application.Review();
        return await db.SaveAsync(application, ApplicationView.Of, ct);
    }
}
