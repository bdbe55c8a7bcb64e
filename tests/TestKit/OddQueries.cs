namespace Technopark.TestKit;

/// <summary>Queries that no operation answers: unknown, empty, repeated, and with values in odd forms.</summary>
public static class OddQueries
{
    private static readonly string[] Numbers =
        ["+5", "%205", "5%20", "05", "5.0", "1e1", "0x5", "%D9%A5", "five"];
    private static readonly string[] Ids =
        ["1", "0193f0c07d5a7000800000000000000a", "%7B0193f0c0-7d5a-7000-8000-00000000000a%7D"];

    private static readonly string[] Truths = ["True", "TRUE", "1", "yes", "%20true"];

    private static readonly string[] Dates =
    [
        "05.03.2024", "03/05/2024", "2024-3-5", "2024-03-5", "20240305", "2024-03-05T00:00:00Z", "%202024-03-05",
        "2024-02-30", "%D9%A2024-03-05", "0001-01-01", "1899-12-31", "2999-01-01", "9999-12-31",
    ];

    /// <summary>What is wrong, as it stands after the question mark, by the parameter to be named.</summary>
    public static IEnumerable<(string Name, string Query)> Of(Operation operation)
    {
        yield return ("surprise", "surprise=1");
        foreach (var (name, schema) in operation.Query)
        {
            yield return (name, $"{name}=");
            yield return (name, $"{name}=%20");
            foreach (var odd in FormsOf(operation, name, schema))
            {
                yield return (name, $"{name}={odd}");
            }

            yield return (name, $"{name}=1&{name}=2");
        }
    }

    /// <exception cref="InvalidOperationException">Nothing is known that would be odd for this type.</exception>
    private static string[] FormsOf(Operation operation, string name, JsonElement schema) =>
        (schema.TryGetProperty("enum", out _), Text(schema, "type"), Text(schema, "format")) switch
        {
            (true, _, _) => ["0", "no-such", "%20"],
            (_, "integer", _) => Numbers,
            (_, "boolean", _) => Truths,
            (_, "string", "uuid") => Ids,
            (_, "string", "date") => Dates,
            (_, "string", null) => ["%00", "a%07b"],
            var other => throw new InvalidOperationException($"{operation}: say what is odd for {name}, {other}."),
        };

    private static string? Text(JsonElement schema, string member) =>
        schema.TryGetProperty(member, out var value) ? value.GetString() : null;
}
