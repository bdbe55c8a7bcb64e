using System.Collections.Frozen;
using System.Reflection;

namespace Technopark.Portal.Shell;

/// <summary>A page that one can go to without knowing more than its name.</summary>
/// <param name="Title">Key of its text.</param>
internal sealed record Place(string Path, string Title, PlaceAttribute Says);

/// <summary>All such pages; each says itself where it stands.</summary>
internal static class Places
{
    private static readonly Place[] All =
    [
        .. from page in typeof(Places).Assembly.GetTypes()
           let says = page.GetCustomAttribute<PlaceAttribute>()
           where says is not null
           orderby says.Order
           select new Place(page.GetCustomAttributes<RouteAttribute>().First().Template, $"Page.{page.Name}", says),
    ];

    private static readonly FrozenDictionary<string, string> ThingPages = (
        from page in typeof(Places).Assembly.GetTypes()
        let shows = page.GetCustomAttribute<ShowsAttribute>()
        where shows is not null
        select KeyValuePair.Create(shows.Kind, page.GetCustomAttributes<RouteAttribute>().First().Template))
        .ToFrozenDictionary();

    /// <summary>Where a thing of a kind is shown; null where it has no page.</summary>
    public static string? PathOf(string kind, Guid id) => ThingPages.GetValueOrDefault(kind) is { } template
        ? template.Replace("{Id:guid}", $"{id}", StringComparison.Ordinal) : null;

    public static IEnumerable<Place> For(Roles roles) => All.Where(
        place => place.Says.Operation is not { } operation || Operations.Admits(operation, roles));
}
