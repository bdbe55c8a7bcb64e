namespace Technopark.Incubation.Features.Applications;

internal static class AssignReviewer
{
    /// <param name="ReviewerId">The expert's id in the park.</param>
    public sealed record Request(Guid ReviewerId);

    public static void Map(RouteGroupBuilder applications) => applications.MapPost("/{id:guid}/assign", HandleAsync)
        .WithName(nameof(AssignReviewer)).WithSummary("Give an application to an expert")
        .WithDescription("Until it is decided. From here on the expert sees it.");

    private static async Task<OkWithETag<ApplicationView>> HandleAsync(
        Guid id, Request body, IfMatch ifMatch, IncubationDb db, CancellationToken ct)
    {
        if (body.ReviewerId == Guid.Empty)
        {
            throw ProblemException.Field("reviewerId", "An expert's id is needed.");
        }

        var application = await db.Applications.FindOr404Async(id, ifMatch, ct);
        application.Assign(body.ReviewerId);
        return await db.SaveAsync(application, ApplicationView.Of, ct);
    }
}
