using Technopark.Portal.Parts.Things;

namespace Technopark.Portal.Parts.Boards;

/// <summary>A thing on a board.</summary>
/// <param name="Allowed">What may be done with it now.</param>
public sealed record BoardCard<TThing>(TThing Of, Guid Id, string Name, IReadOnlyList<string> Allowed);

/// <summary>Where a thing lies now.</summary>
/// <param name="Version">Its ETag.</param>
public sealed record Found(Enum State, string Version);

/// <summary>A way to a lane: a step, offered while <c>allowed</c> names it; what it has fields for is asked.</summary>
public sealed record Move(Enum To, Transition Step)
{
    /// <summary>What the step is told besides what the person types.</summary>
    public IReadOnlyList<(string Name, string Value)> Preset { get; init; } = [];
}
