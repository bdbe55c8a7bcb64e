using Microsoft.AspNetCore.Http.HttpResults;

namespace Technopark.Identity.Accounts;

/// <summary>Ends sessions: cookies and refresh tokens at once, access tokens run out within minutes.</summary>
internal static class EndSessions
{
    public static void Map(RouteGroupBuilder sessions)
    {
        sessions.MapPost("/{id:guid}/end", OneAsync).WithName("EndSession").WithSummary("Sign out one of my devices");
        sessions.MapPost("/endAll", AllAsync).WithName("EndAllSessions").WithSummary("Sign out everywhere, here too");
    }

    private static async Task<NoContent> OneAsync(
        Guid id, Caller caller, IdentityDb db, Sessions sessions, CancellationToken ct)
    {
        if (!await db.Sessions.AnyAsync(session => session.Id == id && session.PersonId == caller.Owner, ct))
        {
            throw CentreDbExtensions.NotFound<Session>(id);
        }

        await sessions.EndAsync(caller.Owner, id, ct);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> AllAsync(Caller caller, Sessions sessions, CancellationToken ct)
    {
        await sessions.EndAsync(caller.Owner, null, ct);
        return TypedResults.NoContent();
    }
}
