using System.Text.Json;

namespace Technopark.Identity.Kept;

/// <summary>What somebody keeps.</summary>
/// <param name="Value">A JSON object, as it was given.</param>
internal sealed record KeptView(KeptKind Kind, string Name, JsonElement Value, DateTimeOffset ChangedAt)
{
    public static KeptView Of(KeptValue kept) =>
        new(kept.Kind, kept.Name, JsonElement.Parse(kept.Value), kept.ChangedAt);
}

/// <summary>The same in a list.</summary>
/// <param name="Value">Null where it has more than a thousand characters: it is read by its name.</param>
internal sealed record KeptSummary(KeptKind Kind, string Name, JsonElement? Value, DateTimeOffset ChangedAt)
{
    private const int ValueAtMost = 1000;

    public static KeptSummary Of(KeptValue kept) => new(
        kept.Kind, kept.Name, kept.Value.Length > ValueAtMost ? null : JsonElement.Parse(kept.Value), kept.ChangedAt);
}
