namespace Technopark.Insights.Domain;

/// <summary>One event of the chain.</summary>
internal sealed class TimelineEntry
{
    public required Guid EventId { get; init; }

    /// <summary>CloudEvents type.</summary>
    public required string Type { get; init; }

    /// <summary>When it was written, UTC, to the microsecond.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    public Guid? CompanyId { get; init; }

    /// <summary>The aggregate that it changed.</summary>
    public required Guid Subject { get; init; }

    /// <summary>Version of the aggregate after it.</summary>
    public required long Version { get; init; }

    /// <summary>Trace of the request that led to it.</summary>
    public string? TraceId { get; init; }

    /// <summary>The event as JSON, with members that this version does not know.</summary>
    public required string Data { get; init; }
}

/// <summary>Says in whose timeline an entry stands: an event between two companies stands in both.</summary>
internal sealed class TimelineMention
{
    public required Guid CompanyId { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required Guid EventId { get; init; }
}
