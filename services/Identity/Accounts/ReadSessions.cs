namespace Technopark.Identity.Accounts;

internal static class ReadSessions
{
    /// <summary>One of the caller's sign-ins that has not ended.</summary>
    /// <param name="Device">What the browser says it is.</param>
    /// <param name="IsThis">True for the one that the request itself belongs to.</param>
    internal sealed record SessionView(
        Guid Id, string Device, string Address, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt, bool IsThis);

    public static void Map(RouteGroupBuilder sessions) => sessions.MapGet("", HandleAsync)
        .WithName("ListSessions").WithSummary("Where I am signed in, newest first");

    private static Task<Page<SessionView>> HandleAsync(
        [AsParameters] Paging paging, Caller caller, HttpContext context, IdentityDb db, CancellationToken ct)
    {
        var current = context.User.FindFirst("sid")?.Value;
        return db.Sessions.AsNoTracking().Where(session => session.PersonId == caller.Owner && session.EndedAt == null)
            .PageAsync(
                paging, new { }, session => session.StartedAt, session => session.Id, descending: true,
                session => new SessionView(
                    session.Id, session.Device, session.Address, session.StartedAt, session.LastSeenAt,
                    session.Id.ToString() == current),
                ct);
    }
}
