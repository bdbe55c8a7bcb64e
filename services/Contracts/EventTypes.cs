using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Reflection;

namespace Technopark.Contracts;

/// <summary>The names of the events on the wire: <c>technopark.&lt;service&gt;.&lt;event&gt;.v1</c>.</summary>
public static class EventTypes
{
    // Those of the contracts, and those that a centre outside this repository declares in its own program.
    private static readonly FrozenDictionary<string, Type> ByName =
        ((Assembly?[])[typeof(IntegrationEvent).Assembly, Assembly.GetEntryAssembly()]).OfType<Assembly>().Distinct()
        .SelectMany(assembly => assembly.GetExportedTypes())
        .Where(type => type.IsSubclassOf(typeof(IntegrationEvent)) && !type.IsAbstract)
        .ToFrozenDictionary(Compose);

    private static readonly FrozenDictionary<Type, string> ByType = ByName.ToFrozenDictionary(
        pair => pair.Value, pair => pair.Key);

    private static readonly ConcurrentDictionary<Type, PropertyInfo?> CompanyIds = new();

    /// <summary>Every event of this version of the contracts.</summary>
    public static IReadOnlyCollection<Type> All => ByType.Keys;

    /// <summary>The CloudEvents type of an event, which is also the name of its exchange.</summary>
    /// <exception cref="KeyNotFoundException">The type is not an event of these contracts.</exception>
    public static string NameOf(Type type) => ByType[type];

    /// <summary>The event with this CloudEvents type, or null where these contracts do not know it.</summary>
    public static Type? Find(string name) => ByName.GetValueOrDefault(name);

    /// <summary>The service that says an event: the last part of its namespace, in lower case.</summary>
    public static string ServiceOf(Type type) => type.Namespace!.Split('.')[^1].ToLowerInvariant();

    /// <summary>The event's short name as people read it: <c>companyVerified</c>.</summary>
    public static string ShortNameOf(Type type) => char.ToLowerInvariant(type.Name[0]) + type.Name[1..];

    /// <summary>
    /// The company that an event is about, the key that correlates the whole chain; null where it is about none.
    /// </summary>
    public static Guid? CompanyOf(IntegrationEvent message) =>
        CompanyIds.GetOrAdd(message.GetType(), type => type.GetProperty("CompanyId"))?.GetValue(message) as Guid?;

    private static string Compose(Type type)
    {
        var name = ShortNameOf(type);
        var version = name.Length > 2 && name[^2] == 'V' && char.IsAsciiDigit(name[^1]) ? name[^1..] : "1";
        var plain = version == "1" ? name : name[..^2];
        return $"technopark.{ServiceOf(type)}.{plain}.v{version}";
    }
}
