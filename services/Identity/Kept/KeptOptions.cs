namespace Technopark.Identity.Kept;

/// <summary>Section <c>Identity:Kept</c>: how much a person may keep for themselves.</summary>
internal sealed class KeptOptions
{
    /// <summary>Names of a kind.</summary>
    [Range(1, 10_000)]
    public int OfAKind { get; init; } = 200;

    /// <summary>A value as JSON in UTF-8, in KiB.</summary>
    [Range(1, 512)]
    public int ValueKiB { get; init; } = 64;
}
