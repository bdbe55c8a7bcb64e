using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Technopark.ServiceKit.Audit;

/// <summary>What somebody did that is no change of an aggregate: signed in, signed out.</summary>
/// <param name="Outcome">In camelCase, 40 characters at most: <c>signedIn</c>.</param>
/// <param name="TargetType">Kind of the thing in camelCase.</param>
/// <param name="TargetId">Its id.</param>
/// <param name="Actor">Who; null for whoever sends the request.</param>
public sealed record AuditEvent(string Outcome, string? TargetType = null, Guid? TargetId = null, string? Actor = null);

/// <summary>Writes the audit of a centre. Changes of aggregates come into it by themselves.</summary>
public sealed class AuditLog
{
    private readonly IHttpContextAccessor _http;
    private readonly CentreInfo _centre;
    private readonly TimeProvider _clock;
    private readonly AuditQueue _queue;

    internal AuditLog(IHttpContextAccessor http, CentreInfo centre, TimeProvider clock, AuditQueue queue) =>
        (_http, _centre, _clock, _queue) = (http, centre, clock, queue);

    /// <summary>Is saved with whatever this unit of work saves, or not at all.</summary>
    public void Add(CentreDb db, AuditEvent auditEvent) => db.Add(EntryOf(auditEvent));

    /// <summary>
    /// Is written soon, by itself: for what no transaction tells of. A flood of these loses some, and says how many.
    /// </summary>
    public void Post(AuditEvent auditEvent) => _queue.Post(EntryOf(auditEvent));

    /// <summary>A refusal of the request under way.</summary>
    internal void Refuse(HttpContext http, Endpoint? endpoint, Guid? thing, int status, string code) =>
        _queue.Post(Entry(AuditActor.Of(http, endpoint), Outcomes.Refused, null, thing, (short)status, code));

    /// <summary>A change that is about to be saved; null where nothing is told of it.</summary>
    internal AuditEntry? EntryOf(EntityEntry thing, CentreDb db)
    {
        var (before, after) = AuditDiff.Of(thing);
        var id = ((Domain.AggregateRoot)thing.Entity).Id;
        return before is null && after is null
            ? null
            : Entry(ActorOf(db), Outcomes.Done, NameOf(thing.Metadata.ClrType), id, before: before, after: after);
    }

    private AuditEntry EntryOf(AuditEvent auditEvent)
    {
        var actor = _http.HttpContext is { } http ? AuditActor.Of(http) : AuditActor.Of(_centre);
        return Entry(auditEvent.Actor is null ? actor : actor with { Actor = auditEvent.Actor }, auditEvent.Outcome,
            auditEvent.TargetType, auditEvent.TargetId);
    }

    private AuditActor ActorOf(CentreDb db) => (db.Causation.Type, _http.HttpContext) switch
    {
        ({ }, _) => AuditActor.Of(db.Causation),
        (_, { } http) => AuditActor.Of(http),
        _ => AuditActor.Of(_centre),
    };

    private AuditEntry Entry(
        AuditActor actor, string outcome, string? type, Guid? thing, short? status = null, string? code = null,
            string? before = null, string? after = null)
    {
        var now = _clock.GetUtcNow();
        return new AuditEntry
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            Actor = Cut(actor.Actor, 100)!,
            Roles = actor.Roles,
            Address = actor.Address,
            TraceId = Cut(actor.TraceId, 64),
            Operation = Cut(actor.Operation, 100),
            TargetType = type,
            TargetId = thing,
            Outcome = outcome,
            Status = status,
            Code = Cut(code, 60),
            Before = before,
            After = after,
        };
    }

    private static string NameOf(Type type) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(type.Name);

    private static string? Cut(string? text, int most) => text?.Length > most ? text[..most] : text;
}
