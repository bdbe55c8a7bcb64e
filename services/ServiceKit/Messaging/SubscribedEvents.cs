using System.Reflection;
using MassTransit;

namespace Technopark.ServiceKit.Messaging;

/// <summary>The event types that a centre has handlers for.</summary>
internal sealed record SubscribedEvents(IReadOnlyCollection<Type> Types)
{
    /// <summary>A queue for each of them.</summary>
    public IEnumerable<string> QueuesOf(CentreInfo centre) =>
        Types.Select(type => centre.QueueOf(EventTypes.NameOf(type)));
}

/// <summary>Registers the event handlers of a centre.</summary>
internal static class EventHandlerRegistration
{
    /// <summary>Registers every consumer of the assembly, closed or open over all events, for the inbox.</summary>
    /// <param name="ofTheKit">Event handlers that the kit adds: they run before the centre's own.</param>
    public static SubscribedEvents AddEventHandlers(
        this IServiceCollection services, Assembly assembly, IEnumerable<Type> ofTheKit)
    {
        var heard = new HashSet<Type>();
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
                heard.Add(eventType);
            }
        }

        return new SubscribedEvents(heard);
    }
}
