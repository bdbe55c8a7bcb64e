using System.Xml.Linq;

namespace Technopark.Architecture.Tests.Rules;

/// <summary>Which folders of the service kit may use which, and that every file belongs to one project.</summary>
internal static class FloorRules
{
    /// <summary>Its folders from the ground up. Those on one floor may use each other, but not in a circle.</summary>
    private static readonly string[][] Floors =
    [
        ["Domain"],
        ["Data"],
        [
            "Messaging", "Audit", "Http", "Access", "Feed", "PersonalData", "Retention", "OpenApi", "Companies",
            "People", "Tasks",
        ],
        ["Hosting"],
    ];

    /// <summary>Types that use a floor above their own, and folders that use each other in a circle.</summary>
    public static IEnumerable<string> Violations(AssemblyDefinition kit)
    {
        var uses = Uses(kit).ToArray();
        if (uses.Length == 0)
        {
            return [$"{kit.Name.Name} has no types on any floor: was a namespace renamed?"];
        }

        var upwards = uses.Where(use => FloorOf(use.To) > FloorOf(use.From))
            .Select(use => $"{use.Type} must not use {use.To}");
        var beside = uses.Select(use => (use.From, use.To)).Distinct().ToLookup(use => use.From, use => use.To);
        return upwards.Concat(beside.Where(folder => Reaches(beside, folder.Key, folder.Key, []))
            .Select(folder => $"{folder.Key} uses {string.Join(", ", folder)}, which use it"));
    }

    /// <summary>Files of another project that a project compiles into itself.</summary>
    public static IEnumerable<string> SharedFiles(Project project) =>
        from include in project.Xml.Descendants("Compile").Attributes("Include")
        where include.Value.Contains("..", StringComparison.Ordinal)
        select $"{project.Path} compiles {include.Value}";

    private static IEnumerable<(string Type, string From, string To)> Uses(AssemblyDefinition kit) =>
        from type in kit.MainModule.Types
        let own = FolderOf(type.FullName, kit)
        where own is not null
        from known in TypeReferences.Of(type)
        let to = FolderOf(known, kit)
        where to is not null && to != own
        select (type.FullName, own, to);

    private static string? FolderOf(string type, AssemblyDefinition kit)
    {
        var parts = type.IsIn(kit.Name.Name + ".") ? type[(kit.Name.Name.Length + 1)..].Split('.', '/') : [];
        return parts.Length > 1 && Floors.Any(floor => floor.Contains(parts[0])) ? parts[0] : null;
    }

    private static int FloorOf(string folder) => Array.FindIndex(Floors, floor => floor.Contains(folder));

    private static bool Reaches(ILookup<string, string> uses, string from, string sought, HashSet<string> seen) =>
        uses[from].Any(to => to == sought || (seen.Add(to) && Reaches(uses, to, sought, seen)));
}
