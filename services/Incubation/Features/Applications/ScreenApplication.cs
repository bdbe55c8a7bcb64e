namespace Technopark.Incubation.Features.Applications;

internal static class ScreenApplication
{
    public static void Map(RouteGroupBuilder applications) => applications.MapPost("/{id:guid}/screen", HandleAsync)
        .WithName(nameof(ScreenApplication)).WithSummary("Take an application into screening")
        .WithDescription("submitted → screening.");

    private static async Task<OkWithETag<ApplicationView>> HandleAsync(
        Guid id, IfMatch ifMatch, IncubationDb db, CancellationToken ct)
    {
        var application = await db.Applications.FindOr404Async(id, ifMatch, ct);
        application.Screen();
        return await db.SaveAsync(application, ApplicationView.Of, ct);
    }
}
