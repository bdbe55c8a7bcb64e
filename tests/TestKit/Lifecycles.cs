using System.Reflection;
using System.Xml.Linq;
using Technopark.ServiceKit.Domain;

namespace Technopark.TestKit;

/// <summary>The states of a centre's things, read from its state machines.</summary>
internal static class Lifecycles
{
    /// <summary>States that somebody can end: <c>application.submitted</c>.</summary>
    /// <exception cref="InvalidOperationException">A thing has steps, and nobody can tell since when it is in a
    /// state.</exception>
    public static IEnumerable<string> StatesOf(Assembly centre)
    {
        var machines = MachinesIn(centre).ToLookup(machine => machine.GetType().GetGenericArguments()[0]);
        foreach (var machine in machines)
        {
            var thing = centre.GetTypes().SingleOrDefault(type => type.IsSubclassOf(typeof(StatefulRoot))
                && type.GetProperty(StatefulRoot.StatusName)?.PropertyType == machine.Key)
                ?? throw new InvalidOperationException($"No {nameof(StatefulRoot)} has a state {machine.Key.Name}.");
            foreach (var state in Enum.GetValues(machine.Key).Cast<Enum>())
            {
                if (machine.Any(one => ActionsFrom(one, state).Length > 0))
                {
                    yield return NameOf(thing, state);
                }
            }
        }
    }

    public static string NameOf(Type thing, Enum state) =>
        $"{JsonNamingPolicy.CamelCase.ConvertName(thing.Name)}.{JsonNamingPolicy.CamelCase.ConvertName($"{state}")}";

    /// <summary>Names of the texts in a resource of a centre.</summary>
    public static IEnumerable<string> TextsIn(Assembly centre, string resource) => XDocument.Load(Path.Combine(
        ParkClient.Repository.Root, "services", centre.GetName().Name!.Split('.')[^1], "Resources", resource))
        .Descendants("data").Select(data => data.Attribute("name")!.Value);

    private static IEnumerable<object> MachinesIn(Assembly centre) =>
        from type in centre.GetTypes()
        where type.Namespace?.EndsWith(".Domain", StringComparison.Ordinal) == true
        from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
        where field.FieldType.IsGenericType && field.FieldType.GetGenericTypeDefinition() == typeof(StateMachine<>)
        select field.GetValue(null)!;

    private static string[] ActionsFrom(object machine, Enum state) =>
        (string[])machine.GetType().GetMethod(nameof(StateMachine<>.ActionsFrom))!.Invoke(machine, [state])!;
}
