using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Technopark.ServiceDefaults;

/// <summary>JSON at the edge: camelCase, also of enums; unknown members and numbers in strings are refused.</summary>
public static class ApiJson
{
    /// <summary>The options, frozen.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Sets the same on options that a framework owns.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.TypeInfoResolver =
            new DefaultJsonTypeInfoResolver { Modifiers = { MakeNullableOptional, RequirePlainValues } };
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }

    /// <summary>What may be null may be left out; what may not is required.</summary>
    private static void MakeNullableOptional(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.IsRequired))
        {
            property.IsRequired = !(property.IsSetNullable || property.AssociatedParameter is { IsNullable: true });
        }
    }

    /// <summary>What no type can say and no database can keep: control characters in texts, nulls in lists.</summary>
    private static void RequirePlainValues(JsonTypeInfo type)
    {
        if (type.Kind == JsonTypeInfoKind.Object)
        {
            var properties = type.Properties.Where(
                property => property.Get is not null && !property.PropertyType.IsValueType).ToArray();
            type.OnDeserialized = read =>
                Array.ForEach(properties, property => PlainText.Require(property.Name, property.Get!(read)));
        }
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
