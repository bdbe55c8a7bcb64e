using System.Text.Json.Nodes;

namespace Technopark.TestKit;

/// <summary>Bodies that break one rule of form each, of a schema's every member, however deep.</summary>
/// <param name="sample">Makes bodies that keep the rules.</param>
public sealed class OddBodies(BodySample sample)
{
    private const string Mark = "@";

    private static readonly string[] Invisible =
        ["a\u0007b", "a\u200bb", "a\u202eb", "a\u2066b", "a\ufeffb", "a\u00adb"];
    private static readonly string[] Blank = ["", " ", "\u00a0\n\t"];

    private static readonly string[] Dates =
    [
        "", "05.03.2024", "03/05/2024", "2024-3-5", "20240305", "2024-03-05T00:00:00Z", " 2024-03-05", "2024-02-30",
        "0001-01-01", "1899-12-31", "2999-01-01", "9999-12-31", "٢٠٢٤-٠٣-٠٥",
    ];

    private static readonly string[] Instants =
    [
        "", "2090-05-14", "2090-05-14T07:00", "2090-05-14T07:00:00", "2090-05-14T07:00Z", "2090-05-14 07:00:00Z",
        "2090-05-14 10:00Z", "14.05.2090 10:00Z", "20900514T070000Z", "2090-05-14T07:00:00 +03:00",
        "0001-01-01T00:00:00Z", "1899-12-31T00:00:00Z", "2999-01-01T00:00:00Z",
    ];

    /// <summary>No fact is dated so; a day more, for midnight may pass meanwhile.</summary>
    private static string Tomorrow => DateOnly.FromDateTime(DateTime.UtcNow).AddDays(2).ToString("O", null);

    /// <summary>The member to be named, by its path, and the body.</summary>
    public IEnumerable<(string Member, string Body)> Of(JsonElement schema) =>
        Of(schema, "", body => body.ToJsonString());

    /// <summary>A body that keeps the rules, with blanks in place of texts that may be left out.</summary>
    public string WithBlanks(JsonElement schema)
    {
        var body = sample.Of(ShapeOf(schema));
        foreach (var property in ShapeOf(schema).GetProperty("properties").EnumerateObject())
        {
            if (body[property.Name] is null && BodySample.TypesOf(property.Value) is ["null", "string"]
                && !property.Value.TryGetProperty("format", out _))
            {
                body[property.Name] = " \u00a0";
            }
        }

        return body.ToJsonString();
    }

    private IEnumerable<(string Member, string Body)> Of(
        JsonElement schema, string path, Func<JsonObject, string> whole)
    {
        var shape = ShapeOf(schema);
        var kept = sample.Of(shape);
        if (path.Length > 0)
        {
            yield return ($"{path}.surprise", whole(With(kept, "surprise", 1)));
        }

        foreach (var property in shape.GetProperty("properties").EnumerateObject())
        {
            var member = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
            var twice = JsonSerializer.Serialize(property.Name) + ":" + (kept[property.Name]?.ToJsonString() ?? "null");
            yield return (member, whole(With(kept, "surprise", Mark)).Replace(
                $"\"surprise\":\"{Mark}\"", twice, StringComparison.Ordinal));
            foreach (var odd in OddOf(property.Value))
            {
                yield return (member, whole(With(kept, property.Name, odd)));
            }

            if (IsNeeded(shape, property))
            {
                var without = (JsonObject)kept.DeepClone();
                without.Remove(property.Name);
                yield return (member, whole(without));
            }

            foreach (var deeper in Within(property.Value, member, inner => whole(With(kept, property.Name, inner))))
            {
                yield return deeper;
            }
        }
    }

    private IEnumerable<(string Member, string Body)> Within(
        JsonElement schema, string member, Func<JsonNode, string> whole)
    {
        var shape = ShapeOf(schema);
        if (shape.TryGetProperty("items", out var items) && HasMembers(items))
        {
            return Of(items, $"{member}[0]", item => whole(new JsonArray(item)));
        }

        // Money is one value: its own parts are not members.
        return HasMembers(shape) && !IsMoney(shape) ? Of(shape, member, whole) : [];
    }

    private IEnumerable<JsonNode?> OddOf(JsonElement schema)
    {
        var shape = ShapeOf(schema);
        var types = BodySample.TypesOf(shape);
        if (shape.TryGetProperty("enum", out _))
        {
            return ["no-such", 0, ""];
        }

        return types.First(type => type != "null") switch
        {
            // No number here is below nothing, and each has a bound.
            "integer" => [1.5, "1", "٥", "+5", -1, int.MaxValue],
            "number" => [Finer(shape), "٥", " 5", "", -1, int.MaxValue],
            "boolean" => ["true", 1],
            "array" => [new JsonArray([null]), "a"],
            "string" => TextsFor(shape, isOptional: BodySample.TypesOf(sample.Resolve(schema)).Contains("null"))
                .Select(text => (JsonNode?)text).Append(5),
            _ when IsMoney(shape) => Money,
            _ when shape.TryGetProperty("additionalProperties", out var values)
                && values.ValueKind == JsonValueKind.Object =>
                [.. Invisible.Select(text => new JsonObject { [text] = "a" })],
            _ => [],
        };
    }

    private static string[] TextsFor(JsonElement shape, bool isOptional) =>
        shape.TryGetProperty("format", out var format) ? format.GetString() switch
        {
            "date" => shape.TryGetProperty("x-happened", out _) ? [.. Dates, Tomorrow] : Dates,
            "date-time" => Instants,
            _ => ["", "1", "{0193f0c0-7d5a-7000-8000-00000000000a}"],
        }
        : [.. Invisible, .. isOptional ? [] : Blank, .. shape.TryGetProperty("pattern", out _) ? (string[])["٧٨"] : []];

    private static IEnumerable<JsonNode> Money =>
    [
        .. ((string[])["1.00001", "1.001", "٥", "+5", " 5", "5.", "1e3", ""]).Select(amount => MoneyOf(amount, "RUB")),
        MoneyOf("1.5", "JPY"), MoneyOf("1.0001", "KWD"), MoneyOf("1", "ZZZ"), MoneyOf("1", "rub"),
    ];

    /// <summary>A decimal more than the schema allows.</summary>
    private static JsonNode Finer(JsonElement shape) => 1 + (shape.GetProperty("multipleOf").GetDecimal() / 10);

    private static JsonObject MoneyOf(string amount, string currency) =>
        new() { ["amount"] = amount, ["currency"] = currency };

    private static bool IsNeeded(JsonElement shape, JsonProperty property) =>
        shape.TryGetProperty("required", out var required)
        && required.EnumerateArray().Any(name => name.GetString() == property.Name)
        && !property.Value.TryGetProperty("oneOf", out _) && !BodySample.TypesOf(property.Value).Contains("null");

    /// <summary>The schema itself, or what else than null it allows.</summary>
    private JsonElement ShapeOf(JsonElement schema) => sample.Resolve(
        schema.TryGetProperty("oneOf", out var either) ? either.EnumerateArray().Last() : schema);

    private bool HasMembers(JsonElement schema) => sample.Resolve(schema).TryGetProperty("properties", out _);

    private static bool IsMoney(JsonElement shape) => shape.TryGetProperty("properties", out var members)
        && members.TryGetProperty("currency", out _);

    private static JsonObject With(JsonObject kept, string name, JsonNode? value)
    {
        var copy = (JsonObject)kept.DeepClone();
        copy[name] = value;
        return copy;
    }
}
