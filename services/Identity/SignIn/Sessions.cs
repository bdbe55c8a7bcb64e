using System.Security.Claims;
using Technopark.Identity.OpenIdConnect;
using Technopark.ServiceKit.Audit;

namespace Technopark.Identity.SignIn;

/// <summary>Sign-ins, each on its device.</summary>
internal sealed class Sessions(IdentityDb db, AuditLog audit, IOptions<IdentityOptions> options, TimeProvider clock)
{
    private const int DeviceAtMost = 200;

    /// <summary>True for whom operators have blocked: nothing signs them in.</summary>
    public Task<bool> IsBlockedAsync(Guid person, CancellationToken ct) =>
        db.People.AnyAsync(row => row.Id == person && row.BlockedAt != null, ct);

    /// <summary>Begins one; saved with whatever else is saved.</summary>
    /// <exception cref="ProblemException">403: operators have blocked the person.</exception>
    public async Task<Session> BeginAsync(Guid person, HttpContext context, CancellationToken ct)
    {
        if (await IsBlockedAsync(person, ct))
        {
            throw new ProblemException(
                ProblemKind.Forbidden, "blocked", "Those who run the park have closed it to you: write to them.");
        }

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
        audit.Add(db, new AuditEvent(AuditEventTypes.SignedIn, TargetTypes.Session, session.Id, person.ToString()));
        return session;
    }

    /// <summary>The person and session that a principal names, as they are now; null where one has ended.</summary>
    public async Task<(Person Person, Session Session)?> ContinueAsync(ClaimsPrincipal principal, CancellationToken ct)
    {
        // A provider is asked from time to time whether it still knows the person, and as what.
        var oldest = options.Value.Provider is null
            ? DateTimeOffset.UnixEpoch
            : clock.GetUtcNow() - options.Value.Session;
        if (PrincipalFactory.Find(principal) is not var (personId, sessionId)
            || await db.Sessions.FirstOrDefaultAsync(
                row => row.Id == sessionId && row.PersonId == personId && row.EndedAt == null && row.StartedAt > oldest,
                ct)
                is not { } session
            || await db.People.AsNoTracking()
                .FirstOrDefaultAsync(
                    row => row.Id == personId && row.ErasedAt == null && row.BlockedAt == null, ct)
                is not { } person)
        {
            return null;
        }

        session.LastSeenAt = clock.GetUtcNow();
        await db.SaveChangesAsync(ct);
        return (person, session);
    }

    /// <summary>Those that have not ended of the person whose cookie asks.</summary>
    public IQueryable<Session> Of(ClaimsPrincipal user)
    {
        var (person, _) = PrincipalFactory.Find(user)!.Value;
        return db.Sessions.Where(session => session.PersonId == person && session.EndedAt == null);
    }

    /// <summary>The one whose cookie asks.</summary>
    public static Guid CurrentOf(ClaimsPrincipal user) => PrincipalFactory.Find(user)!.Value.Session;

    public Task EndAsync(ClaimsPrincipal user, Guid id, CancellationToken ct) => EndAsync(
        Of(user).Where(session => session.Id == id),
        id == CurrentOf(user) ? AuditEventTypes.SignedOut : AuditEventTypes.SessionEnded, ct);

    /// <summary>Ends all of a person but the one whose cookie asks.</summary>
    public Task EndOthersAsync(ClaimsPrincipal user, CancellationToken ct)
    {
        var current = CurrentOf(user);
        return EndAsync(Of(user).Where(session => session.Id != current), AuditEventTypes.SessionEnded, ct);
    }

    /// <summary>Ends the sessions of a person: one of them, or all.</summary>
    public Task EndAsync(Guid person, Guid? only, CancellationToken ct) =>
        EndAsync(Of(person, only), AuditEventTypes.SessionEnded, ct);

    /// <summary>The same by somebody else, who sends the request: the audit names them.</summary>
    public Task EndByOtherAsync(Guid person, Guid? only, CancellationToken ct) =>
        EndAsync(Of(person, only), AuditEventTypes.SessionEnded, ct, byOther: true);

    private IQueryable<Session> Of(Guid person, Guid? only) =>
        db.Sessions.Where(session => session.PersonId == person && (only == null || session.Id == only));

    /// <summary>Ends those that have not ended yet, and saves whatever else is tracked.</summary>
    private async Task EndAsync(
        IQueryable<Session> sessions, string eventType, CancellationToken ct, bool byOther = false)
    {
        var now = clock.GetUtcNow();
        foreach (var session in await sessions.Where(session => session.EndedAt == null).ToListAsync(ct))
        {
            session.EndedAt = now;
            var actor = byOther ? null : session.PersonId.ToString();
            audit.Add(db, new AuditEvent(eventType, TargetTypes.Session, session.Id, actor));
        }

        await db.SaveChangesAsync(ct);
    }

    /// <summary>Sessions that ended so lately that access tokens of theirs may not have run out.</summary>
    public Task<Guid[]> EndedAsync(CancellationToken ct)
    {
        var since = clock.GetUtcNow() - options.Value.LongestToken;
        return db.Sessions.Where(session => session.EndedAt > since).Select(session => session.Id).ToArrayAsync(ct);
    }
}
