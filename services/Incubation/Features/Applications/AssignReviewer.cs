namespace Technopark.Incubation.Features.Applications;

internal static class AssignReviewer
{
    /// <param name="ReviewerId">The expert's id in the park.</param>
    public sealed record Request(Guid ReviewerId);

    public static void Map(RouteGroupBuilder applications) => applications.MapPost("/{id:guid}/assign", HandleAsync)
        .WithName(nameof(AssignReviewer)).WithSummary("Give an application to an expert")
        .WithDescription(
            "Until it is decided, to an expert of the park who does not act for the applicant. From here on the expert "
            + "sees it.");

    private static Task<OkWithETag<ApplicationView>> HandleAsync(
        [AsParameters] Change<Application> change, Request body, IncubationDb db) =>
        change.MakeAsync(
            async application =>
            {
                var (field, ct) = ("reviewerId", change.Cancellation);
                var reviewer = await db.ReferredPersonAsync(body.ReviewerId, field, Roles.Expert, ct);
                var company = await db.Every<CompanyReplica>().AsNoTracking()
                    .SingleAsync(known => known.Id == application.CompanyId, ct);
                application.Assign(reviewer.Id, company);
            },
            ApplicationView.Of);
}
