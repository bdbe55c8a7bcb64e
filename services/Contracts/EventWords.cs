using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Technopark.Contracts;

/// <summary>The words of an event: names, numbers and what somebody typed.</summary>
public static class EventWords
{
    /// <summary>Stands for words that had to be there and were erased.</summary>
    public const string Erased = "—";

    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly ConcurrentDictionary<Type, (string Name, bool Optional)[]> Known = new();

    /// <summary>The event without its words: those that may be absent are, for the others stands a dash.</summary>
    /// <param name="type">What the event is; of one that these contracts do not know every text is taken away.</param>
    /// <param name="json">As it is published.</param>
    public static string Erase(string type, string json)
    {
        var data = JsonNode.Parse(json)!.AsObject();
        foreach (var (name, optional) in EventTypes.Find(type) is { } known ? Of(known) : TextsOf(data))
        {
            if (optional)
            {
                data.Remove(name);
            }
            else if (data.ContainsKey(name))
            {
                data[name] = data[name] is JsonArray ? new JsonArray() : Erased;
            }
        }

        return data.ToJsonString(ContractJson.Options);
    }

    private static (string Name, bool Optional)[] Of(Type type) => Known.GetOrAdd(type, static type =>
        [.. type.GetProperties()
            .Where(member => (member.PropertyType == typeof(string)
                || member.PropertyType.IsAssignableTo(typeof(IEnumerable<string>)))
                && !member.IsDefined(typeof(CodedAttribute)))
            .Select(member => (JsonNamingPolicy.CamelCase.ConvertName(member.Name), IsOptional(member)))]);

    private static (string Name, bool Optional)[] TextsOf(JsonObject data) =>
        [.. data.Where(member => member.Value is JsonValue value && value.TryGetValue<string>(out var text)
                && !Guid.TryParse(text, out _) && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _))
            .Select(member => (member.Key, false))];

    private static bool IsOptional(PropertyInfo member)
    {
        lock (Nullability)
        {
            return Nullability.Create(member).WriteState == NullabilityState.Nullable;
        }
    }
}
