using System.Diagnostics;

namespace Technopark.SystemTests;

/// <summary>While a new version is rolled out, replicas of the one before run beside it, on the new schema.</summary>
public sealed class TwoVersionsTests(RunningPark park)
{
    private static readonly string[] Listeners = [.. RunningPark.Centres.Where(centre => centre != "registry")];

    /// <summary>The commit before, or another one that is said.</summary>
    private static readonly string Before = Environment.GetEnvironmentVariable("TECHNOPARK_BEFORE") ?? "HEAD^";

    private static readonly TimeSpan Together = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task The_version_before_takes_its_part_under_load_and_ends_without_harm()
    {
        Assert.SkipUnless(RunningPark.IsFull, "The version before is built for it, which takes minutes.");
        var folder = Path.Combine(Path.GetTempPath(), $"technopark-before-{Environment.ProcessId}");
        await GitAsync("worktree", "add", "--detach", folder, Before);
        var old = new List<Process>();
        try
        {
            foreach (var listener in Listeners)
            {
                await RunAsync(new ProcessStartInfo("dotnet", ["build", Project(folder, listener), "-c", "Release"]));
            }

            await Ledger.SurviveAsync(park, async () =>
            {
                foreach (var listener in Listeners)
                {
                    old.Add(await StartAsync(folder, listener));
                }

                await Task.Delay(Together);
                Assert.All(old, process => Assert.False(process.HasExited, "one of the version before has ended"));
                old.ForEach(process => process.Kill());
            });
        }
        finally
        {
            old.Where(process => !process.HasExited).ToList().ForEach(process => process.Kill());
            old.ForEach(process => process.Dispose());
            await GitAsync("worktree", "remove", "--force", folder);
        }
    }

    private async Task<Process> StartAsync(string folder, string service)
    {
        var start = await park.LikeAsync(service);
        var (http, grpc) = (FreePort.Next(), FreePort.Next());
        start.ArgumentList[0] = Path.Combine(
            folder, Path.GetRelativePath(Repository.Root, start.ArgumentList[0]));
        start.WorkingDirectory = Path.GetDirectoryName(Project(folder, service))!;
        start.Environment["ASPNETCORE_URLS"] = $"http://localhost:{http};http://localhost:{grpc}";
        start.Environment["GRPC_PORT"] = grpc.ToString(CultureInfo.InvariantCulture);
        return Process.Start(start)!;
    }

    private static string Project(string folder, string service)
    {
        var name = char.ToUpperInvariant(service[0]) + service[1..];
        return Path.Combine(folder, "services", name, $"Technopark.{name}.csproj");
    }

    private static Task GitAsync(params string[] command) =>
        RunAsync(new ProcessStartInfo("git", ["-C", Repository.Root, .. command]));

    private static Task RunAsync(ProcessStartInfo start) =>
        RunningPrograms.RunAsync(start, TimeSpan.FromMinutes(10));
}
