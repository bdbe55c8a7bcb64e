namespace Technopark.Client.Tests;

/// <summary>The committed API documents, and what the client has for them.</summary>
internal static class ApiDocuments
{
    /// <summary>By the service's name: its folder.</summary>
    public static IReadOnlyDictionary<string, JsonElement> All { get; } =
        Directory.GetFiles(Path.Combine(ParkClient.Repository.Root, "services"), "*.v1.json", new EnumerationOptions
        {
            RecurseSubdirectories = true,
            MaxRecursionDepth = 2,
        })
        .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) == "openapi")
        .ToDictionary(
            path => Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(path)))!,
            path => JsonElement.Parse(File.ReadAllText(path)));

    /// <summary>Each operation of each document, by service and operationId.</summary>
    public static IReadOnlyDictionary<(string Service, string Operation), JsonElement> Operations { get; } = (
        from document in All
        from path in document.Value.GetProperty("paths").EnumerateObject()
        from verb in path.Value.EnumerateObject()
        select (document.Key, verb)).ToDictionary(
            one => (one.Key, one.verb.Value.GetProperty("operationId").GetString()!), one => one.verb.Value);

    /// <summary>Each schema of each document, by service and name.</summary>
    public static IReadOnlyDictionary<(string Service, string Schema), JsonElement> Schemas { get; } = (
        from document in All
        from schema in document.Value.GetProperty("components").GetProperty("schemas").EnumerateObject()
        select (document.Key, schema)).ToDictionary(one => (one.Key, one.schema.Name), one => one.schema.Value);

    public static Type? TypeOf(string service, string name) =>
        typeof(ApiProblemException).Assembly.GetType($"Technopark.Client.{service}.{name}");

    /// <summary>Null where there is none.</summary>
    public static JsonElement? Find(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (!element.TryGetProperty(name, out element))
            {
                return null;
            }
        }

        return element;
    }

    /// <summary>What it refers to, and whether null may stand there.</summary>
    public static (JsonElement Shape, string? Name, bool IsNullable) Resolve(string service, JsonElement schema)
    {
        if (schema.Find("oneOf") is { } either)
        {
            var some = either.EnumerateArray().Single(one => one.Find("$ref") is not null);
            return (Resolve(service, some).Shape, Resolve(service, some).Name, true);
        }

        var name = schema.Find("$ref")?.GetString()!.Split('/')[^1];
        var shape = name is null ? schema : Schemas[(service, name)];
        return (shape, name, TypesOf(shape).Contains("null"));
    }

    public static string[] TypesOf(JsonElement schema) => schema.Find("type") switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } types => [.. types.EnumerateArray().Select(type => type.GetString()!)],
        { } type => [type.GetString()!],
    };
}
