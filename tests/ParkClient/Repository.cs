namespace Technopark.ParkClient;

/// <summary>The repository that built programs lie in.</summary>
public static class Repository
{
    /// <summary>The folder of Technopark.sln.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException($"No Technopark.sln above {AppContext.BaseDirectory}.")
        : File.Exists(Path.Combine(folder.FullName, "Technopark.sln")) ? folder.FullName
        : Find(folder.Parent);
}
