using System.Security.Claims;
using OpenIddict.Abstractions;
using Technopark.Identity.OpenIdConnect;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Technopark.Identity.Accounts;

/// <summary>The sign-ins of the person whose cookie asks.</summary>
internal sealed class OwnSessions(IdentityDb db, Sessions sessions)
{
    public Task<List<Session>> ListAsync(ClaimsPrincipal user, CancellationToken ct) =>
        Of(user).AsNoTracking().OrderByDescending(session => session.StartedAt).ToListAsync(ct);

    public Task EndAsync(ClaimsPrincipal user, Guid id, CancellationToken ct) =>
        sessions.EndAsync(
            Of(user).Where(session => session.Id == id),
            id == CurrentOf(user) ? AuditEventTypes.SignedOut : AuditEventTypes.SessionEnded, ct);

    /// <summary>All but the one that asks.</summary>
    public Task EndOthersAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        var current = CurrentOf(user);
        return sessions.EndAsync(Of(user).Where(session => session.Id != current), AuditEventTypes.SessionEnded, ct);
    }

    public static Guid CurrentOf(ClaimsPrincipal user) => Guid.Parse(user.GetClaim(PrincipalFactory.Session)!);

    private IQueryable<Session> Of(ClaimsPrincipal user)
    {
        var person = Guid.Parse(user.GetClaim(Claims.Subject)!);
        return db.Sessions.Where(session => session.PersonId == person && session.EndedAt == null);
    }
}
