namespace Technopark.ParkClient;

/// <summary>The repository that built programs lie in.</summary>
public static class Repository
{
    /// <summary>The folder of Technopark.sln.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>Names of the centres, as their committed API documents say them.</summary>
    public static IReadOnlyList<string> Centres { get; } =
        [.. Directory.GetDirectories(Path.Combine(Root, "services")).Select(service => Path.Combine(service, "openapi"))
            .Where(Directory.Exists).SelectMany(folder => Directory.GetFiles(folder, "*.v1.json"))
            .Select(path => Path.GetFileName(path).Split('.')[0])
            .Where(name => name != "identity").Order(StringComparer.Ordinal)];

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException($"No Technopark.sln above {AppContext.BaseDirectory}.")
        : File.Exists(Path.Combine(folder.FullName, "Technopark.sln")) ? folder.FullName
        : Find(folder.Parent);
}
