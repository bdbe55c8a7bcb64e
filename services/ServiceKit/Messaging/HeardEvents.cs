using System.Reflection;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Technopark.Contracts;

namespace Technopark.ServiceKit.Messaging;

/// <summary>The event types that a centre reacts to.</summary>
internal sealed record HeardEvents(IReadOnlyCollection<Type> Types);

/// <summary>Finds a centre's reactions.</summary>
internal static class Reactions
{
    /// <summary>Registers every consumer of the assembly, closed or open over all events, for the inbox to run.</summary>
    /// <param name="ofTheKit">Reactions that the kit adds to the centre's own.</param>
    public static HeardEvents AddReactions(this IServiceCollection services, Assembly assembly, params Type[] ofTheKit)
    {
        var heard = new HashSet<Type>();
        foreach (var type in assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false }).Concat(ofTheKit))
        {
            var facts = type.GetInterfaces()
                .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IConsumer<>))
                .Select(face => face.GenericTypeArguments[0]);
            foreach (var fact in type.IsGenericTypeDefinition && facts.Any() ? EventTypes.All : facts.ToArray())
            {
                var reaction = type.IsGenericTypeDefinition ? type.MakeGenericType(fact) : type;
                services.AddScoped(typeof(IConsumer<>).MakeGenericType(fact), reaction);
                heard.Add(fact);
            }
        }

        return new HeardEvents(heard);
    }
}
