namespace Technopark.Incubation.Features.Applications;

internal static class ScreenApplication
{
    public static void Map(RouteGroupBuilder applications) => applications.MapPost("/{id:guid}/screen", HandleAsync)
        .WithName(nameof(ScreenApplication)).WithSummary("Take an application into screening")
        .WithDescription("submitted → screening.");

    private static Task<OkWithETag<ApplicationView>> HandleAsync([AsParameters] Change<Application> change) =>
        change.MakeAsync(application => application.Screen(), ApplicationView.Of);
}
