namespace Technopark.Architecture.Tests.Rules;

/// <summary>Every centre has the same inside, so that who knows one finds their way in all.</summary>
internal static partial class LayoutRules
{
    private static readonly string[] Folders =
        ["Data", "Domain", "EventHandlers", "Features", "Grpc", "Resources", "openapi"];

    // It is cut by what a person does, each page beside the service it uses: no other centre has pages.
    private static readonly string[] OfIdentity =
    [
        "Accounts", "Administration", "Email", "ExternalProvider", "Kept", "OpenIdConnect", "Passkeys", "People",
        "Recovery", "Registration", "SecondFactor", "Shared", "SignIn",
    ];

    public static IEnumerable<string> Violations(Project centre)
    {
        var module = $"{centre.ShortName}Module.cs";
        var text = centre.Files.Contains(module) ? Repository.Read($"{centre.Folder}/{module}") : "";
        return Violations(centre.ShortName, centre.Files, text);
    }

    /// <param name="name">The centre: Registry.</param>
    /// <param name="paths">Its files, relative to its folder.</param>
    /// <param name="module">Text of its module, empty where it has none.</param>
    public static IEnumerable<string> Violations(string name, IReadOnlyCollection<string> paths, string module)
    {
        var lower = name.ToLowerInvariant();
        string[] expected =
            ["Program.cs", $"{name}Module.cs", "Access.cs", $"Data/{name}Db.cs", $"openapi/{lower}.v1.json"];
        string[] entries = [$"Add{name}", $"Map{name}"];
        var strays = paths.Where(
            path => Folder().Match(path) is { Success: true } folder && !Folders.Contains(folder.Value)
            && !(name == "Identity" && OfIdentity.Contains(folder.Value)));
        var features = paths.Where(path => path.IsIn("Features/") && path.Split('/').Length != 3);
        var handlers = paths.Where(path => path.IsIn("EventHandlers/") && !HandlerName().IsMatch(path));
        var missing = entries.Where(entry => !module.Contains($" {entry}(", StringComparison.Ordinal));
        return
        [
            .. expected.Except(paths).Select(path => $"{name} lacks {path}"),
            .. missing.Select(entry => $"{name}/{name}Module.cs lacks {entry}"),
            .. paths.Any(path => Migration().IsMatch(path)) ? Array.Empty<string>() : [$"{name} lacks Data/Migrations"],
            .. strays.Select(path => $"{name}/{path} is in no folder that centres have"),
            .. features.Select(path => $"{name}/{path} is not in Features/<Thing>/"),
            .. handlers.Select(path => $"{name}/{path} is neither a …Handler nor a …Projection"),
        ];
    }

    [GeneratedRegex("^[^/]+(?=/)")]
    private static partial Regex Folder();

    [GeneratedRegex("(Handler|Projection)[.]cs$")]
    private static partial Regex HandlerName();

    [GeneratedRegex("^Data/Migrations/.+\\.cs$")]
    private static partial Regex Migration();
}
