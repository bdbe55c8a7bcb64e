namespace Technopark.Incubation.Features.Applications;

internal static class WithdrawApplication
{
    public sealed record Request([property: Required, StringLength(1000, MinimumLength = 1)] string Reason);

    public static void Map(RouteGroupBuilder applications) => applications.MapPost("/{id:guid}/withdraw", HandleAsync)
        .WithName(nameof(WithdrawApplication)).WithSummary("Take an application back")
        .WithDescription("Possible from every open state.");

    private static Task<OkWithETag<ApplicationView>> HandleAsync(
        [AsParameters] Change<Application> change, Request body) =>
        change.MakeAsync(application => application.Withdraw(body.Reason), ApplicationView.Of);
}
