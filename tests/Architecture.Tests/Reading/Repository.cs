using System.Diagnostics;

namespace Technopark.Architecture.Tests.Reading;

/// <summary>All files that git tracks or would track. Paths are relative, with forward slashes.</summary>
internal static class Repository
{
    public static string Root => ParkClient.Repository.Root;

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
        var start = new ProcessStartInfo("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
        start.WorkingDirectory = Root;
        var git = ParkClient.CompletedProcess.RunAsync(start, TimeSpan.FromMinutes(1)).GetAwaiter().GetResult();
        Assert.Equal(0, git.ExitCode);
        var listed = git.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        return [.. listed.Where(path => File.Exists(Path.Combine(Root, path))).Order(StringComparer.Ordinal)];
    }
}
