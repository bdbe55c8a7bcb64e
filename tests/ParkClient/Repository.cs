namespace Technopark.ParkClient;

/// <summary>The repository that built programs lie in.</summary>
public static class Repository
{
    /// <summary>The folder of Technopark.sln.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Names of the centres, as their committed API documents say them.</summary>
    public static IReadOnlyList<string> Centres { get; } =
        [.. Directory.GetFiles(Path.Combine(Root, "services"), "*.v1.json", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 2 })
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) == "openapi")
            .Select(path => Path.GetFileName(path).Split('.')[0])
            .Where(name => name != "identity").Order(StringComparer.Ordinal)];

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException($"No Technopark.sln above {AppContext.BaseDirectory}.")
        : File.Exists(Path.Combine(folder.FullName, "Technopark.sln")) ? folder.FullName
        : Find(folder.Parent);
}
