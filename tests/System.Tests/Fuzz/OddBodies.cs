using System.Text.Json.Nodes;

namespace Technopark.SystemTests.Fuzz;

/// <summary>Bodies that are not what an operation takes.</summary>
internal static class OddBodies
{
    /// <summary>A field that no operation has.</summary>
    public const string Unknown = "surprise";

    private const int TooLong = 1_100_000;

    /// <param name="good">One that is.</param>
    /// <param name="mayBeGood">True where a text that a person could have typed would be taken: it is spoiled by a
    ///   field too many.</param>
    public static IEnumerable<(string What, byte[] Body)> Of(JsonObject good, bool mayBeGood) =>
        Whole(good).Concat(Fields(good, mayBeGood));

    private static IEnumerable<(string, byte[])> Whole(JsonObject good)
    {
        var text = good.ToJsonString();
        foreach (var odd in OddValues.Json)
        {
            yield return ($"body {OddValues.Short(odd)}", Encoding.UTF8.GetBytes(odd));
        }

        yield return ("body cut off", Encoding.UTF8.GetBytes($"{{\"{Unknown}\":1,{text[1..^1]}"));
        yield return ("two bodies", Encoding.UTF8.GetBytes(text + text));
        yield return ("broken UTF-8", [.. "{\"surprise\":\""u8, 0xC3, 0x28, 0xFF, .. "\"}"u8]);
        yield return ("UTF-16", Encoding.Unicode.GetBytes(text));
        yield return ("too long", Encoding.UTF8.GetBytes($"{{\"{Unknown}\":\"{new string('x', TooLong)}\"}}"));
        yield return ("unknown field", With(good, Unknown, "1", spoil: false));
        yield return (
            "names in capitals and twice", Encoding.UTF8.GetBytes(
                $"{{\"{Unknown}\":1,{text[1..^1].ToUpperInvariant()}{(good.Count > 0 ? "," : "")}{text[1..]}"));
    }

    private static IEnumerable<(string, byte[])> Fields(JsonObject good, bool mayBeGood)
    {
        foreach (var (at, field) in good.Select(property => property.Key).ToArray().Index())
        {
            foreach (var odd in OddValues.JsonFor(at))
            {
                // Nothing, and what may be left out, would leave a good body behind.
                var body = With(good, field, odd, spoil: mayBeGood && IsPossible(odd));
                yield return ($"{field} is {OddValues.Short(odd)}", body);
            }

            foreach (var text in OddValues.TextsFor(at))
            {
                yield return ($"{field} is {text}", With(good, field, JsonSerializer.Serialize(text), mayBeGood));
            }
        }
    }

    private static bool IsPossible(string odd) =>
        odd is "[]" or "{}" or "null" or "1e-400" || odd.StartsWith("{\"a", StringComparison.Ordinal);

    private static byte[] With(JsonObject good, string field, string value, bool spoil)
    {
        var fields = good.Where(property => property.Key != field)
            .Select(property => $"{JsonSerializer.Serialize(property.Key)}:{property.Value?.ToJsonString() ?? "null"}")
            .Append($"\"{field}\":{value}");
        return Encoding.UTF8.GetBytes($"{{{string.Join(',', spoil ? fields.Append($"\"{Unknown}\":1") : fields)}}}");
    }
}
