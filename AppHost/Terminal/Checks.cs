using System.Diagnostics;

namespace Technopark.Terminal;

/// <summary>What a change must pass beside the tests.</summary>
internal static class Checks
{
    /// <summary>The API documents that the build writes are those that were committed.</summary>
    public static Task DocumentsAsync(TestCounts counts, CancellationToken ct) => CheckAsync(
        "committed API documents", "commit what the build wrote: git add services", counts,
        ["git", "status", "--porcelain", "--", "services/*/openapi/*", "services/Contracts/asyncapi*"],
        (exitCode, said) => exitCode == 0 && said.Length == 0, ct);

    public static Task FormattingAsync(TestCounts counts, CancellationToken ct) => CheckAsync(
        "formatting", "run: dotnet format", counts,
        ["dotnet", "format", "Technopark.sln", "--verify-no-changes", "--no-restore", "--verbosity", "quiet"],
        (exitCode, _) => exitCode == 0, ct);

    /// <summary>NuGet's audit is part of the build. A registry without advisories cannot be asked: skipped.</summary>
    public static Task NpmAuditAsync(string folder, TestCounts counts, CancellationToken ct) => CheckAsync(
        $"npm audit of {folder}", $"npm audit --prefix {folder} tells what to do", counts,
        ["npm", "audit", "--audit=true", "--package-lock-only", "--prefix", folder],
        (exitCode, said) =>
            said.Contains("audit endpoint returned an error", StringComparison.Ordinal) ? null : exitCode == 0, ct);

    private static async Task CheckAsync(string name, string remedy, TestCounts counts,
        string[] command, Func<int, string, bool?> passes, CancellationToken ct)
    {
        var since = Stopwatch.StartNew();
        var (exitCode, said) = await Programs.CaptureAsync(command, ct);
        var (passed, failed, skipped, line) = passes(exitCode, said) switch
        {
            true => (1, 0, 0, $"passed   {name}, {since.Elapsed.TotalSeconds:0} s"),
            false => (0, 1, 0, $"FAILED   {name}: {remedy}"),
            null => (0, 0, 1, $"skipped  {name}: this registry keeps no advisories"),
        };
        counts.Add(passed, failed, skipped, line, said);
    }
}
