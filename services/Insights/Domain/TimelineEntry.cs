namespace Technopark.Insights.Domain;

/// <summary>One event of the chain.</summary>
/// <param name="Type">CloudEvents type.</param>
/// <param name="RecordedAt">When it was written, UTC, to the microsecond.</param>
/// <param name="Subject">The aggregate that it changed.</param>
/// <param name="Version">Version of the aggregate after it.</param>
/// <param name="TraceId">Trace of the request that led to it.</param>
/// <param name="Data">The event as JSON, with members that this version does not know.</param>
internal sealed record TimelineEntry(
    Guid EventId, [property: Audited] string Type, DateTimeOffset RecordedAt, Guid? CompanyId, Guid Subject,
    long Version, [property: Audited] string? TraceId, string Data);

/// <summary>Says in whose timeline an entry stands: an event between two companies stands in both.</summary>
internal sealed record TimelineMention(Guid CompanyId, DateTimeOffset RecordedAt, Guid EventId);
