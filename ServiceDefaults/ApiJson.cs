using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Technopark.ServiceDefaults;

/// <summary>
/// JSON at the edge: camelCase, also of enums; unknown and repeated members and numbers in strings are refused.
/// </summary>
public static class ApiJson
{
    /// <summary>The options, frozen.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Sets the same on options that a framework owns.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver
        {
            Modifiers = { MakeNullableOptional, ReadValues.Hold, ReadValues.ShortenDecimals },
        };
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new TimeForms.InstantConverter());
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

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
