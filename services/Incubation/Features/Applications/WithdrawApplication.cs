namespace Technopark.Incubation.Features.Applications;

internal static class WithdrawApplication
{
    public sealed record Request([property: Required, StringLength(1000, MinimumLength = 1)] string Reason);

    public static void Map(RouteGroupBuilder applications) => applications.MapPost("/{id:guid}/withdraw", HandleAsync)
        .WithName(nameof(WithdrawApplication)).WithSummary("Take an application back")
        .WithDescription("Possible from every open state.");

    private static async Task<OkWithETag<ApplicationView>> HandleAsync(
        Guid id, Request body, IfMatch ifMatch, IncubationDb db, CancellationToken ct)
    {
        var application = await db.Applications.FindOr404Async(id, ifMatch, ct);
        application.Withdraw(body.Reason);
        return await db.SaveAsync(application, ApplicationView.Of, ct);
    }
}
