using Microsoft.AspNetCore.Http.HttpResults;

namespace Technopark.Identity.Administration;

/// <summary>Where a person is signed in, for operators to see and to end.</summary>
internal static class PersonSessions
{
    /// <param name="Device">What the browser says it is.</param>
    internal sealed record SessionView(
        Guid Id, string Device, string Address, DateTimeOffset StartedAt, DateTimeOffset LastSeenAt);

    /// <param name="SessionId">One of them; all where it is left out.</param>
    public sealed record EndRequest(Guid? SessionId = null);

    public static void Map(RouteGroupBuilder people)
    {
        people.MapGet("/{id:guid}/sessions", ListAsync)
            .WithName("ListPersonSessions").WithSummary("Where a person is signed in, newest first");
        people.MapPost("/{id:guid}/endSessions", EndAsync)
            .WithName("EndPersonSessions").WithSummary("Sign a person out of one session, or everywhere");
    }

    private static async Task<Page<SessionView>> ListAsync(
        Guid id, [AsParameters] Paging paging, IdentityDb db, CancellationToken ct)
    {
        await RequireKnownAsync(db, id, ct);
        return await db.Sessions.AsNoTracking().Where(session => session.PersonId == id && session.EndedAt == null)
            .PageAsync(
                paging, new { id }, session => session.StartedAt, session => session.Id, descending: true,
                session => new SessionView(
                    session.Id, session.Device, session.Address, session.StartedAt, session.LastSeenAt),
                ct);
    }

    private static async Task<NoContent> EndAsync(
        Guid id, EndRequest? body, IdentityDb db, Sessions sessions, CancellationToken ct)
    {
        await RequireKnownAsync(db, id, ct);
        if (body?.SessionId is { } only
            && !await db.Sessions.AnyAsync(session => session.Id == only && session.PersonId == id, ct))
        {
            throw ProblemException.Field("sessionId", $"The person has no session {only}.");
        }

        await sessions.EndByOtherAsync(id, body?.SessionId, ct);
        return TypedResults.NoContent();
    }

    private static async Task RequireKnownAsync(IdentityDb db, Guid id, CancellationToken ct)
    {
        if (!await db.People.Known().AnyAsync(person => person.Id == id, ct))
        {
            throw CentreDbExtensions.NotFound<Person>(id);
        }
    }
}
