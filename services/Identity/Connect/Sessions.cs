using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using Technopark.Identity.Data;
using Technopark.Identity.Domain;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Technopark.Identity.Connect;

/// <summary>Sign-ins, each on its device.</summary>
internal sealed class Sessions(IdentityDb db, TimeProvider clock)
{
    private const int DeviceAtMost = 200;

    /// <summary>Begins one; saved with whatever else is saved.</summary>
    public Session Begin(Guid person, HttpContext context)
    {
        var device = context.Request.Headers.UserAgent.ToString();
        var now = clock.GetUtcNow();
        var session = new Session
        {
            Id = Guid.CreateVersion7(now),
            PersonId = person,
            StartedAt = now,
            LastSeenAt = now,
            Device = device.Length > DeviceAtMost ? device[..DeviceAtMost] : device,
            Address = context.Connection.RemoteIpAddress?.ToString() ?? "",
        };
        db.Sessions.Add(session);
        return session;
    }

    /// <summary>The person and the session that a principal names, as they are now; null where either has ended.</summary>
    public async Task<(Person Person, Session Session)?> ContinueAsync(ClaimsPrincipal principal, CancellationToken ct)
    {
        if (!Guid.TryParse(principal.GetClaim(Claims.Subject), out var personId)
            || !Guid.TryParse(principal.GetClaim(Principals.Session), out var sessionId)
            || await db.Sessions.FirstOrDefaultAsync(row => row.Id == sessionId && row.PersonId == personId && row.EndedAt == null, ct)
                is not { } session
            || await db.People.AsNoTracking().FirstOrDefaultAsync(row => row.Id == personId && row.ErasedAt == null, ct) is not { } person)
        {
            return null;
        }

        session.LastSeenAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return (person, session);
    }

    /// <summary>Ends the sessions of a person: one of them, or all.</summary>
    public Task EndAsync(Guid person, Guid? only, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Sessions
            .Where(session => session.PersonId == person && session.EndedAt == null && (only == null || session.Id == only))
            .ExecuteUpdateAsync(row => row.SetProperty(session => session.EndedAt, now), ct);
    }
}
