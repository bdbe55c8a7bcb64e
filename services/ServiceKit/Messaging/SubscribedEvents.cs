using System.Reflection;
using MassTransit;

namespace Technopark.ServiceKit.Messaging;

/// <summary>A handler of one event type.</summary>
/// <param name="Type">CloudEvents type.</param>
internal readonly record struct Subscription(string Handler, string Type);

/// <summary>The event types that a centre has handlers for.</summary>
/// <param name="Handlers">Names of the handlers of each type, under which the inbox remembers its messages.</param>
internal sealed record SubscribedEvents(IReadOnlyDictionary<Type, IReadOnlyList<string>> Handlers)
{
    private static readonly Dictionary<Type, string> Replicas = new()
    {
        [typeof(CompanyReplicaHandler)] = NameOf(typeof(CompanyReplicaHandler), typeof(CompanyReplica)),
        [typeof(PersonReplicaHandler)] = NameOf(typeof(PersonReplicaHandler), typeof(PersonReplica)),
    };

    public IReadOnlyCollection<Type> Types => [.. Handlers.Keys];

    /// <summary>
    /// A handler's name: it stays with what it has handled, so renaming it makes it another one. That of a replica says
    /// how much it keeps: a version that keeps more is told everything from the beginning, beside the one before.
    /// </summary>
    public static string NameOf(Type handler) =>
        Replicas.TryGetValue(handler, out var name) ? name : handler.Name.Split('`')[0];

    /// <summary>Whether a handler keeps copies alone: told everything again it does nothing twice.</summary>
    public static bool IsReplica(string handler) => Replicas.ContainsValue(handler);

    public IEnumerable<Subscription> Subscriptions => Handlers.SelectMany(
        pair => pair.Value.Select(handler => new Subscription(handler, EventTypes.NameOf(pair.Key))));

    /// <summary>A queue for each of them.</summary>
    public IEnumerable<string> QueuesOf(CentreInfo centre) =>
        Types.Select(type => centre.QueueOf(EventTypes.NameOf(type)));

    private static string NameOf(Type handler, Type replica) => $"{handler.Name}.{replica.GetProperties().Length}";
}

/// <summary>Registers the event handlers of a centre.</summary>
internal static class EventHandlerRegistration
{
    /// <summary>Registers every consumer of the assembly, closed or open over all events, for the inbox.</summary>
    /// <param name="ofTheKit">Event handlers that the kit adds: they run before the centre's own.</param>
    public static SubscribedEvents AddEventHandlers(
        this IServiceCollection services, Assembly assembly, IEnumerable<Type> ofTheKit)
    {
        var heard = new Dictionary<Type, List<string>>();
        var classes = assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false });
        foreach (var type in ofTheKit.Concat(classes))
        {
            var subscribed = type.GetInterfaces()
                .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IConsumer<>))
                .Select(face => face.GenericTypeArguments[0]).ToArray();
            var heardHere = type.IsGenericTypeDefinition && subscribed is not [] ? EventTypes.All : subscribed;
            foreach (var eventType in heardHere)
            {
                var handler = type.IsGenericTypeDefinition ? type.MakeGenericType(eventType) : type;
                services.AddScoped(typeof(IConsumer<>).MakeGenericType(eventType), handler);
                heard.TryAdd(eventType, []);
                heard[eventType].Add(UniqueNameOf(type, heard[eventType]));
            }
        }

        return new(heard.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)pair.Value));
    }

    private static string UniqueNameOf(Type handler, List<string> others) =>
        SubscribedEvents.NameOf(handler) is var name && !others.Contains(name)
            ? name : throw new InvalidOperationException($"Two handlers of one event are called {name}.");
}
