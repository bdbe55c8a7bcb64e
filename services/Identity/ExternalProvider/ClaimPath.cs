using System.Security.Claims;
using System.Text.Json;

namespace Technopark.Identity.ExternalProvider;

/// <summary>Reads claims that are objects and lists, as providers write them.</summary>
internal static class ClaimPath
{
    /// <summary>The texts at a path, a list's one by one; none where there is nothing.</summary>
    /// <param name="path">A claim's name, which may have dots of its own, or one with the members below it:
    ///   <c>realm_access.roles</c>.</param>
    public static IReadOnlyList<string> Values(ClaimsPrincipal said, string path)
    {
        var parts = said.HasClaim(claim => claim.Type == path) ? [path] : path.Split('.');
        var values = said.FindAll(parts[0]).Select(claim => Parse(claim.Value));
        return [.. values.SelectMany(value => Below(value, parts.AsMemory(1)))];
    }

    private static IEnumerable<string> Below(JsonElement value, ReadOnlyMemory<string> path) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(one => Below(one, path)),
        JsonValueKind.Object when !path.IsEmpty && value.TryGetProperty(path.Span[0], out var inner) =>
            Below(inner, path[1..]),
        JsonValueKind.String when path.IsEmpty => [value.GetString()!],
        _ => [],
    };

    /// <summary>Objects and lists come as JSON, texts as they are.</summary>
    private static JsonElement Parse(string value)
    {
        if (value is ['{', ..] or ['[', ..])
        {
            try
            {
                return JsonElement.Parse(value);
            }
            catch (JsonException)
            {
                // A text that only begins like one.
            }
        }

        return JsonSerializer.SerializeToElement(value);
    }
}
