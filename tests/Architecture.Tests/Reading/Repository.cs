using System.Diagnostics;

namespace Technopark.Architecture.Tests.Reading;

/// <summary>
/// The files of this repository: all that git tracks or would track. Paths are relative, with forward slashes.
/// </summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static IReadOnlyList<string> Files { get; } = ListFiles();

    /// <summary>Every project but the tests.</summary>
    public static IReadOnlyList<Project> Projects { get; } =
        [.. Files.Where(path => path.EndsWith(".csproj", StringComparison.Ordinal) && !IsTest(path))
            .Select(Project.Read)];

    /// <summary>Every C# file that a person wrote.</summary>
    public static IReadOnlyList<SourceFile> Sources { get; } =
        [.. Files.Where(path => path.EndsWith(".cs", StringComparison.Ordinal))
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal))
            .Select(path => SourceFile.Parse(path, Read(path)))];

    public static bool IsTest(string path) => path.IsIn("tests/");

    /// <summary>Whether a path or a name begins so, by the letter.</summary>
    public static bool IsIn(this string path, string folder) => path.StartsWith(folder, StringComparison.Ordinal);

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string[] ListFiles()
    {
        var start = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        var listed = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        var present = listed.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(path => File.Exists(Path.Combine(Root, path)));
        return [.. present.Order(StringComparer.Ordinal)];
    }

    private static string Find(DirectoryInfo? folder) =>
        folder is null ? throw new InvalidOperationException($"No Technopark.sln above {AppContext.BaseDirectory}.")
        : File.Exists(Path.Combine(folder.FullName, "Technopark.sln")) ? folder.FullName
        : Find(folder.Parent);
}
