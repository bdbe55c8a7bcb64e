using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Technopark.ServiceKit.Data;

namespace Technopark.ServiceKit.Audit;

/// <summary>What somebody did that is no change of an aggregate: signed in, signed out.</summary>
/// <param name="Outcome">In camelCase, 40 characters at most: <c>signedIn</c>.</param>
/// <param name="ThingType">Kind of the thing in camelCase.</param>
/// <param name="Thing">Its id.</param>
/// <param name="Actor">Who; null for whoever sends the request.</param>
public sealed record Deed(string Outcome, string? ThingType = null, Guid? Thing = null, string? Actor = null);

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
    public void Add(CentreDb db, Deed deed) => db.Add(EntryOf(deed));

    /// <summary>Is written soon, by itself: for what no transaction tells of. A flood of these loses some, and says how many.</summary>
    public void Post(Deed deed) => _queue.Post(EntryOf(deed));

    /// <summary>A refusal of the request under way.</summary>
    internal void Refuse(HttpContext http, Endpoint? endpoint, Guid? thing, int status, string code) =>
        _queue.Post(Entry(Doer.Of(http, endpoint), Outcomes.Refused, null, thing, (short)status, code));

    /// <summary>A change that is about to be saved; null where nothing is told of it.</summary>
    internal AuditEntry? EntryOf(EntityEntry thing, CentreDb db)
    {
        var (before, after) = Changes.Of(thing);
        var id = ((Domain.AggregateRoot)thing.Entity).Id;
        return before is null && after is null
            ? null
            : Entry(DoerOf(db), Outcomes.Done, NameOf(thing.Metadata.ClrType), id, before: before, after: after);
    }

    private AuditEntry EntryOf(Deed deed)
    {
        var doer = _http.HttpContext is { } http ? Doer.Of(http) : Doer.Of(_centre);
        return Entry(deed.Actor is null ? doer : doer with { Actor = deed.Actor }, deed.Outcome, deed.ThingType, deed.Thing);
    }

    private Doer DoerOf(CentreDb db) => (db.Cause.Type, _http.HttpContext) switch
    {
        ({ }, _) => Doer.Of(db.Cause),
        (_, { } http) => Doer.Of(http),
        _ => Doer.Of(_centre),
    };

    private AuditEntry Entry(
        Doer doer, string outcome, string? type, Guid? thing, short? status = null, string? code = null, string? before = null, string? after = null)
    {
        var now = _clock.GetUtcNow();
        return new AuditEntry
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            Actor = Cut(doer.Actor, 100)!,
            Roles = doer.Roles,
            Address = doer.Address,
            TraceId = Cut(doer.TraceId, 64),
            Operation = Cut(doer.Operation, 100),
            ThingType = type,
            Thing = thing,
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
