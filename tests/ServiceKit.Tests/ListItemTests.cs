namespace Technopark.ServiceKit.Tests;

/// <summary>
/// Items of lists are summaries: what may be longer than a paragraph, and texts by name, stand on the thing's own page.
/// </summary>
public sealed class ListItemTests
{
    private const int Paragraph = 1000;

    [Fact]
    public void No_list_answers_long_texts()
    {
        var lists = Repository.Centres.SelectMany(Operation.Of).Where(operation => operation.IsList).ToArray();
        Assert.NotEmpty(lists);
        var longMembers = Repository.Centres.ToDictionary(centre => centre, LongMembersOf);
        Assert.Contains("answers", longMembers["incubation"]);
        Assert.All(lists, list =>
        {
            var centre = list.Path.Split('/')[2];
            var items = MembersOf(list, list.Answer!.Value.GetProperty("properties").GetProperty("items"));
            Assert.Empty(items.Where(member => longMembers[centre].Contains(member.Name) || IsMap(member.Schema))
                .Select(member => $"{list.Name}.{member.Name}"));
        });
    }

    /// <summary>Members that a body of the centre gives long texts to, by name.</summary>
    private static HashSet<string> LongMembersOf(string centre) =>
        [.. Operation.Of(centre).Where(operation => operation.Body is not null)
            .SelectMany(operation => MembersOf(operation, operation.Body!.Value))
            .Where(member => IsMap(member.Schema) || (member.Schema.TryGetProperty("maxLength", out var length)
                && length.GetInt32() > Paragraph))
            .Select(member => member.Name)];

    private static bool IsMap(JsonElement schema) =>
        schema.TryGetProperty("additionalProperties", out var values) && values.ValueKind == JsonValueKind.Object
        && values.TryGetProperty("type", out var type) && type.GetRawText() == "\"string\"";

    private static IEnumerable<(string Name, JsonElement Schema)> MembersOf(Operation operation, JsonElement schema)
    {
        var shape = new BodySample(operation.Schemas, new Dictionary<string, object>()).Resolve(
            schema.TryGetProperty("oneOf", out var either) ? either.EnumerateArray().Last() : schema);
        var inner = shape.TryGetProperty("items", out var items) ? MembersOf(operation, items) : [];
        return !shape.TryGetProperty("properties", out var properties) ? inner
            : properties.EnumerateObject().SelectMany(
                property => MembersOf(operation, property.Value).Prepend((property.Name, property.Value)));
    }
}
