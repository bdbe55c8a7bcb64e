using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Technopark.Contracts.Tests.AsyncApi;

/// <summary>JSON Schemas of events: each type has its own, so that generated clients get named types.</summary>
internal sealed class PayloadSchemas(JsonObject components)
{
    // On the wire a number is a number: that a reader also takes one in quotes is no part of the contract.
    private static readonly JsonSerializerOptions Wire =
        new(ContractJson.Options) { NumberHandling = JsonNumberHandling.Strict };

    /// <summary>Adds the schema of a type and of all it is made of; returns the reference to it.</summary>
    public JsonObject Add(Type type)
    {
        var name = NameOf(type);
        if (!components.ContainsKey(name))
        {
            components[name] = null;
            components[name] = Describe(type);
        }

        return AsyncApiDocument.Reference($"#/components/schemas/{name}");
    }

    private JsonObject Describe(Type type)
    {
        var exporting = new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, schema) => Transform(type, context, schema),
        };
        var schema = Wire.GetJsonSchemaAsNode(type, exporting).AsObject();
        schema.Insert(0, "description", XmlComments.Of(type));
        return schema;
    }

    private JsonNode Transform(Type root, JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (context.PropertyInfo is { } property)
        {
            return Member(type, schema, XmlComments.Of((MemberInfo)property.AttributeProvider!));
        }

        return type == typeof(Money) ? MoneySchema()
            : type.IsEnum ? EnumSchema(type, schema)
            : type == root ? Required(context.TypeInfo, schema.AsObject())
            : schema;
    }

    private JsonObject Member(Type type, JsonNode schema, string description)
    {
        if (type.Assembly == typeof(IntegrationEvent).Assembly)
        {
            return new JsonObject { ["description"] = description, ["allOf"] = new JsonArray(Add(type)) };
        }

        var member = schema.AsObject();
        if (member["type"] is JsonArray kinds)
        {
            member["type"] = kinds.Select(kind => kind!.GetValue<string>()).Single(kind => kind != "null");
        }

        member.Insert(0, "description", description);
        return member;
    }

    /// <summary>Nulls are left out, so what may be null is optional and everything else is always there.</summary>
    private static JsonObject Required(JsonTypeInfo type, JsonObject schema)
    {
        var always = type.Properties.Where(property =>
            !property.IsGetNullable && Nullable.GetUnderlyingType(property.PropertyType) is null);
        schema["required"] = new JsonArray([.. always.Select(property => (JsonNode)property.Name)]);
        return schema;
    }

    private static JsonObject EnumSchema(Type type, JsonNode schema) => new()
    {
        ["type"] = "string",
        ["enum"] = schema["enum"]!.DeepClone(),
        ["x-enum-descriptions"] = new JsonArray(
            [.. Enum.GetNames(type).Select(name => (JsonNode)XmlComments.Of(type.GetField(name)!))]),
    };

    private static JsonObject MoneySchema() => new()
    {
        ["type"] = "object",
        ["required"] = new JsonArray("amount", "currency"),
        ["properties"] = new JsonObject
        {
            ["amount"] = new JsonObject { ["type"] = "string", ["pattern"] = @"^-?\d{1,15}\.\d{4}$" },
            ["currency"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[A-Z]{3}$" },
        },
    };

    private static string NameOf(Type type) =>
        type.IsSubclassOf(typeof(IntegrationEvent)) ? EventTypes.NameOf(type)
        : type.Namespace == typeof(Money).Namespace ? type.Name
        : $"{EventTypes.ServiceOf(type)}.{type.Name}";
}
