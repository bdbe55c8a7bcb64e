using System.Text.Json;

namespace Technopark.Portal.Parts.Drafts;

/// <summary>A form half filled in, as its person keeps it.</summary>
/// <param name="Title">Key of the form's name.</param>
/// <param name="Path">Where it is gone on with.</param>
/// <param name="Key">The form's idempotency key: what was sent and never answered is sent again as the same.</param>
/// <param name="Version">ETag of the thing that it changes; empty where it makes one.</param>
/// <param name="Was">What the thing said when the form was first shown.</param>
public sealed record Draft(
    string Title, string Path, string Key, string Version, int Step, Dictionary<string, string[]> Fields,
    Dictionary<string, string> Was)
{
    public static Draft Of(FormState form, string title, string path, int step) => new(
        title, path, form.Key, form.Version, step, form.Names.ToDictionary(name => name, form.All), form.Was);

    /// <summary>Null where what is kept is none, or of a portal that kept it otherwise.</summary>
    public static Draft? From(JsonElement? kept)
    {
        try
        {
            return kept?.Deserialize<Draft>(ContractJson.Options) is { Fields: not null, Path: not null } draft
                ? draft with { Was = draft.Was ?? [] } : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A draft among others.</summary>
public sealed record KeptDraft(string Name, Draft Draft, DateTimeOffset At);
