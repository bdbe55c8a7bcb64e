namespace Technopark.Incubation.Features.Applications;

internal static class SubmitApplication
{
    /// <summary>The one rule of when an application counts as handed in.</summary>
    public const string DateRule =
        "Date of submission: today, UTC, where it is not given; who runs the programmes enters history by an "
        + "earlier day. The call must be open on it.";

    public sealed record Request([property: Happened, Description(DateRule)] DateOnly? SubmittedOn = null);

    public static void Map(RouteGroupBuilder applications) => applications.MapPost("/{id:guid}/submit", HandleAsync)
        .WithName(nameof(SubmitApplication)).WithSummary("Hand an application in")
        .WithDescription(
            "draft → submitted. The call's window is held against submittedOn: today, UTC, where it is not given.");

    /// <summary>The date that counts: what is said, else today.</summary>
    /// <exception cref="ProblemException">400: an applicant says an earlier day, after the window has
    /// closed.</exception>
    public static DateOnly DateOf(DateOnly? said, DateOnly today, Caller caller)
    {
        if (said < today && !caller.SeesAll)
        {
            throw ProblemException.Field("submittedOn", "An earlier day is entered by who runs the programmes.");
        }

        return said ?? today;
    }

    private static async Task<OkWithETag<ApplicationView>> HandleAsync(
        Guid id, Request? body, IfMatch ifMatch, Caller caller, IncubationDb db, TimeProvider clock,
        CancellationToken ct)
    {
        var application = await db.Applications.FindOr404Async(id, ifMatch, ct);
        var call = await db.Every<Call>().AsNoTracking().FindOr404Async(application.CallId, ct);
        var on = DateOf(body?.SubmittedOn, clock.Today(), caller);
        await db.RequireBegunAsync(application.CompanyId, on, "submittedOn", ct);
        application.Submit(call, on);
        return await db.SaveAsync(application, ApplicationView.Of, ct);
    }
}
