using System.Text.Encodings.Web;
using System.Text.Json.Nodes;

namespace Technopark.Contracts.Tests.AsyncApi;

/// <summary>
/// Writes the AsyncAPI 3.0 document of the park. What is the same for every event comes from skeleton.json, the rest
/// from Contracts: types and names by reflection, descriptions from the XML comments, examples from the snapshots.
/// </summary>
internal static class AsyncApiDocument
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Generate()
    {
        var document = JsonNode.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "AsyncApi", "skeleton.json")))!;
        var schemas = new PayloadSchemas(document["components"]!["schemas"]!.AsObject());
        foreach (var type in EventTypes.All.OrderBy(EventTypes.NameOf, StringComparer.Ordinal))
        {
            var name = EventTypes.NameOf(type);
            document["channels"]![name] = Channel(name, type);
            document["operations"]![$"send.{name}"] = Operation(name, type);
            document["components"]!["messages"]![name] = Message(name, type, schemas);
        }

        document["info"]!["tags"] = Tags();
        return document.ToJsonString(Layout) + "\n";
    }

    private static JsonObject Channel(string name, Type type) => new()
    {
        ["address"] = name,
        ["title"] = EventTypes.ShortNameOf(type),
        ["description"] = XmlComments.Of(type),
        ["servers"] = new JsonArray(Reference("#/servers/park")),
        ["messages"] = new JsonObject { [name] = Reference($"#/components/messages/{name}") },
        ["bindings"] = new JsonObject
        {
            ["amqp"] = new JsonObject
            {
                ["is"] = "routingKey",
                ["exchange"] = new JsonObject
                {
                    ["name"] = name,
                    ["type"] = "fanout",
                    ["durable"] = true,
                    ["autoDelete"] = false,
                    ["vhost"] = "/",
                },
                ["bindingVersion"] = "0.3.0",
            },
        },
    };

    private static JsonObject Operation(string name, Type type) => new()
    {
        ["action"] = "send",
        ["channel"] = Reference($"#/channels/{name}"),
        ["title"] = $"{EventTypes.ServiceOf(type)} says {EventTypes.ShortNameOf(type)}",
        ["tags"] = new JsonArray(new JsonObject { ["name"] = EventTypes.ServiceOf(type) }),
        ["messages"] = new JsonArray(Reference($"#/channels/{name}/messages/{name}")),
    };

    private static JsonObject Message(string name, Type type, PayloadSchemas schemas) => new()
    {
        ["name"] = name,
        ["title"] = EventTypes.ShortNameOf(type),
        ["summary"] = XmlComments.Of(type),
        ["contentType"] = "application/json",
        ["correlationId"] = Reference("#/components/correlationIds/origin"),
        ["headers"] = Headers(name, type),
        ["payload"] = schemas.Add(type),
        ["examples"] = MessageExamples.Of(name, type),
    };

    private static JsonObject Headers(string name, Type type) => new()
    {
        ["allOf"] = new JsonArray(
            Reference("#/components/schemas/Headers"),
            new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject
                {
                    ["cloudEvents:type"] = new JsonObject { ["const"] = name },
                    ["cloudEvents:source"] = new JsonObject { ["const"] = $"/technopark/{EventTypes.ServiceOf(type)}" },
                },
            }),
    };

    private static JsonArray Tags() =>
        [.. EventTypes.All.Select(EventTypes.ServiceOf).Distinct().Order(StringComparer.Ordinal)
        .Select(
            service => new JsonObject { ["name"] = service, ["description"] = $"What the service {service} says." })];

    internal static JsonObject Reference(string to) => new() { ["$ref"] = to };
}
