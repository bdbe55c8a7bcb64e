namespace Technopark.Identity.Domain;

/// <summary>One sign-in on one device, which the person can end. Tokens name it as <c>sid</c>.</summary>
internal sealed class Session
{
    public required Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset LastSeenAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>What the browser says it is.</summary>
    public required string Device { get; init; }

    public required string Address { get; init; }
}
