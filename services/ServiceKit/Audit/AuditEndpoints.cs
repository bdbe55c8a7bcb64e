using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Technopark.ServiceKit.Access;
using Technopark.ServiceKit.Http;

namespace Technopark.ServiceKit.Audit;

/// <summary>An entry as operators see it.</summary>
/// <param name="Before">Members that changed, as they were; texts are left out.</param>
/// <param name="After">The same as they are; of texts only that they changed.</param>
internal sealed record AuditView(
    Guid Id, DateTimeOffset At, string Service, string Actor, string? Roles, string? Address, string? TraceId,
    string? Operation, string? ThingType, Guid? Thing, string Outcome, short? Status, string? Code,
    JsonElement? Before, JsonElement? After);

/// <summary>Which entries.</summary>
internal sealed record AuditFilter(
    [property: FromQuery] string? Actor, [property: FromQuery] Guid? Thing, [property: FromQuery] string? Outcome,
    [property: FromQuery] DateTimeOffset? From, [property: FromQuery] DateTimeOffset? To);

/// <summary>Lets operators read the audit: in pages, newest first, or as a whole, oldest first.</summary>
internal static class AuditEndpoints
{
    private const int LimitMost = 200;
    private const int ExportAtOnce = 1000;

    public static void MapAudit(this IEndpointRouteBuilder app)
    {
        var audit = app.MapGroup("/ops/audit").ExcludeFromDescription().AllowOperators();
        audit.MapGet("", ListAsync);
        audit.MapGet("/export", Export);
    }

    private static async Task<Ok<Page<AuditView>>> ListAsync(
        [AsParameters] AuditFilter filter, [DefaultValue(50)] int? limit, Guid? cursor, CentreDb db, CentreInfo centre,
        CancellationToken ct)
    {
        var most = Math.Clamp(limit ?? 50, 1, LimitMost);
        var found = await Matching(db, filter).Where(entry => cursor == null || entry.Id < cursor)
            .OrderByDescending(entry => entry.Id).Take(most + 1).ToListAsync(ct);
        var items = found.Take(most).Select(entry => View(entry, centre)).ToList();
        return TypedResults.Ok(new Page<AuditView>(items, found.Count > most ? items[^1].Id.ToString() : null));
    }

    private static PushStreamHttpResult Export(
        [AsParameters] AuditFilter filter, CentreDb db, CentreInfo centre, CancellationToken ct) =>
        TypedResults.Stream(body => ExportAsync(body, filter, db, centre, ct), "application/x-ndjson");

    /// <summary>Page by page: no snapshot of the database is held open for as long as the reader takes.</summary>
    private static async Task ExportAsync(
        Stream body, AuditFilter filter, CentreDb db, CentreInfo centre, CancellationToken ct)
    {
        var after = Guid.Empty;
        List<AuditEntry> page;
        do
        {
            page = await Matching(db, filter).Where(entry => entry.Id > after).OrderBy(entry => entry.Id)
                .Take(ExportAtOnce).ToListAsync(ct);
            foreach (var entry in page)
            {
                await JsonSerializer.SerializeAsync(body, View(entry, centre), ApiJson.Options, ct);
                await body.WriteAsync("\n"u8.ToArray(), ct);
                after = entry.Id;
            }

            await body.FlushAsync(ct);
        }
        while (page.Count == ExportAtOnce);
    }

    private static IQueryable<AuditEntry> Matching(CentreDb db, AuditFilter filter)
    {
        var (actor, thing, outcome, from, to) = filter;
        // Ids begin with the time, so that their index serves for it.
        var (first, end) = (FirstOf(from ?? DateTimeOffset.UnixEpoch),
            to is { } until ? FirstOf(until.AddMilliseconds(1)) : Guid.AllBitsSet);
        var (since, before) = (from?.ToUniversalTime(), to?.ToUniversalTime());
        return db.Set<AuditEntry>().AsNoTracking().Where(entry => entry.Id >= first && entry.Id <= end
            && (actor == null || entry.Actor == actor) && (thing == null || entry.TargetId == thing)
            && (outcome == null || entry.Outcome == outcome)
            && (since == null || entry.At >= since) && (before == null || entry.At < before));
    }

    /// <summary>The least id of a millisecond.</summary>
    internal static Guid FirstOf(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes, at.ToUnixTimeMilliseconds() << 16);
        return new Guid(bytes, bigEndian: true);
    }

    private static AuditView View(AuditEntry entry, CentreInfo centre) => new(
        entry.Id, entry.At, centre.Name, entry.Actor, entry.Roles, entry.Address, entry.TraceId, entry.Operation,
        entry.TargetType, entry.TargetId, entry.Outcome, entry.Status, entry.Code, Parse(entry.Before),
        Parse(entry.After));

    private static JsonElement? Parse(string? json) => json is null ? null : JsonElement.Parse(json);
}
