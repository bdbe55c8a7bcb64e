using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Technopark.ServiceKit.Audit;

/// <summary>What somebody did that is no change of an aggregate: signed in, signed out.</summary>
/// <param name="Outcome">In camelCase, 40 characters at most: <c>signedIn</c>.</param>
/// <param name="Actor">Who; null for whoever sends the request.</param>
public sealed record AuditEvent(string Outcome, string? TargetType = null, Guid? TargetId = null, string? Actor = null);

/// <summary>Writes the audit of a centre. Changes of aggregates come into it by themselves.</summary>
public sealed class AuditLog
{
    private readonly IHttpContextAccessor _http;
    private readonly CentreInfo _centre;
    private readonly TimeProvider _clock;
    private readonly AuditWriter _writer;

    internal AuditLog(IHttpContextAccessor http, CentreInfo centre, TimeProvider clock, AuditWriter writer) =>
        (_http, _centre, _clock, _writer) = (http, centre, clock, writer);

    /// <summary>Is saved with whatever this unit of work saves, or not at all.</summary>
    public void Add(CentreDb db, AuditEvent auditEvent) => db.Add(EntryOf(auditEvent));

    /// <summary>Written soon, without a transaction. A flood loses some, and says how many.</summary>
    public void Post(AuditEvent auditEvent) => _writer.Post(EntryOf(auditEvent));

    /// <summary>A refusal of the request under way.</summary>
    internal void Refuse(HttpContext http, Endpoint? endpoint, Guid? thing, int status, string code) =>
        _writer.Post(Entry(AuditActor.Of(http, endpoint), Outcomes.Refused, null, thing, (short)status, code));

    /// <summary>A change that is about to be saved; null where nothing is told of it.</summary>
    internal AuditEntry? EntryOf(EntityEntry thing, CentreDb db)
    {
        var (before, after) = AuditDiff.Of(thing);
        var id = ((AggregateRoot)thing.Entity).Id;
        var type = JsonNamingPolicy.CamelCase.ConvertName(thing.Metadata.ClrType.Name);
        return before is null && after is null
            ? null : Entry(ActorOf(db), Outcomes.Done, type, id, before: before, after: after);
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
        return new AuditEntry(
            Guid.CreateVersion7(now), now, Cut(actor.Actor, 100)!, outcome, actor.Roles, actor.Address,
            Cut(actor.TraceId, 64), Cut(actor.Operation, 100), type, thing, status, Cut(code, 60), before, after);
    }

    private static string? Cut(string? text, int most) => text?.Length > most ? text[..most] : text;
}
