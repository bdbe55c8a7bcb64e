using System.Text.Json.Nodes;

namespace Technopark.TestKit;

/// <summary>Makes a body that keeps the rules of a schema.</summary>
/// <param name="schemas">What the schema refers to.</param>
/// <param name="known">Values by property: what no schema can say, such as whose company it is.</param>
public sealed class BodySample(JsonElement schemas, IReadOnlyDictionary<string, object> known)
{
    /// <summary>Any text where nothing more is known of it.</summary>
    public const string Text = "Текст й · text";

    /// <summary>What is needed, and what is known.</summary>
    public JsonObject Of(JsonElement schema)
    {
        var body = new JsonObject();
        var shape = Resolve(schema);
        if (shape.TryGetProperty("properties", out var properties))
        {
            foreach (var property in properties.EnumerateObject())
            {
                body[property.Name] = known.TryGetValue(property.Name, out var value)
                    ? JsonSerializer.SerializeToNode(value)
                    : ValueOf(property.Value);
            }
        }

        return body;
    }

    /// <summary>A value that the schema allows; null where it allows that.</summary>
    private JsonNode? ValueOf(JsonElement schema)
    {
        var shape = Resolve(schema);
        if (shape.TryGetProperty("oneOf", out _) || TypesOf(shape).Contains("null"))
        {
            return null;
        }

        if (shape.TryGetProperty("enum", out var values))
        {
            return JsonNode.Parse(values[0].GetRawText());
        }

        return TypesOf(shape)[0] switch
        {
            "object" => Of(shape),
            "array" => new JsonArray([.. Enumerable.Range(0, Number(shape, "minItems", 0))
                .Select(_ => ValueOf(shape.GetProperty("items")))]),
            "boolean" => false,
            "integer" or "number" => Number(shape, "minimum", 1),
            _ => TextOf(shape),
        };
    }

    private static string TextOf(JsonElement shape) => (Format(shape), Pattern(shape)) switch
    {
        ("uuid", _) => Guid.CreateVersion7().ToString(),
        ("date", _) => "2025-02-01",
        ("date-time", _) => "2090-05-14T07:00:00Z",
        (_, @"^-?[0-9]{1,15}(\.[0-9]{1,4})?$") => "1000.0000",
        (_, "^[A-Z]{3}$") => "RUB",
        (_, null) => Text,
        (_, var pattern) =>
            throw new InvalidOperationException($"No sample keeps the pattern {pattern}: give a known value."),
    };

    internal static string[] TypesOf(JsonElement shape) => !shape.TryGetProperty("type", out var type)
        ? ["object"]
        : type.ValueKind == JsonValueKind.Array
            ? [.. type.EnumerateArray().Select(one => one.GetString()!)]
            : [type.GetString()!];

    private static int Number(JsonElement shape, string rule, int otherwise) =>
        shape.TryGetProperty(rule, out var value) ? (int)Math.Ceiling(value.GetDouble()) : otherwise;

    private static string? Format(JsonElement shape) =>
        shape.TryGetProperty("format", out var format) ? format.GetString() : null;

    private static string? Pattern(JsonElement shape) =>
        shape.TryGetProperty("pattern", out var pattern) ? pattern.GetString() : null;

    internal JsonElement Resolve(JsonElement schema) => schema.TryGetProperty("$ref", out var reference)
        ? schemas.GetProperty(reference.GetString()!.Split('/')[^1])
        : schema;
}
