namespace Technopark.TestKit;

/// <summary>A member of an answer that refers to a thing by its id.</summary>
/// <param name="Name">As answers call it: <c>companyId</c>.</param>
/// <param name="IsNamed">True where what the thing is called stands beside it: <c>companyName</c>.</param>
public sealed record NamedId(string Name, bool IsNamed)
{
    /// <summary>What stands beside an id; null for a member that is none, or the thing's own.</summary>
    public static string? NameFor(string member) =>
        member.Length > 2 && member.EndsWith("Id", StringComparison.Ordinal) ? $"{member[..^2]}Name" : null;

    /// <summary>Those of a schema and of its parts.</summary>
    /// <param name="schemas">What the schema refers to.</param>
    internal static IEnumerable<NamedId> In(JsonElement schema, JsonElement schemas)
    {
        var shape = new BodySample(schemas, new Dictionary<string, object>()).Resolve(
            schema.TryGetProperty("oneOf", out var either) ? either.EnumerateArray().Last() : schema);
        var items = shape.TryGetProperty("items", out var item) ? In(item, schemas) : [];
        if (!shape.TryGetProperty("properties", out var members))
        {
            return items;
        }

        return items.Concat(members.EnumerateObject().SelectMany(member => In(member.Value, schemas))).Concat(
            from member in members.EnumerateObject()
            where NameFor(member.Name) is not null
                && member.Value.TryGetProperty("format", out var format) && format.GetString() == "uuid"
            select new NamedId(member.Name, members.TryGetProperty(NameFor(member.Name)!, out _)));
    }
}
