using System.Text.Json;
using System.Text.Json.Serialization;

namespace Technopark.Contracts;

/// <summary>How events are written and read: the one set of JSON options that publisher and subscriber share.</summary>
public static class ContractJson
{
    /// <summary>
    /// camelCase, enums as camelCase strings, nulls left out; unknown members are skipped, for a newer publisher may
    /// add some.
    /// </summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
