using System.Diagnostics;

namespace Technopark.SystemTests;

/// <summary>While a new version is rolled out, replicas of the one before run beside it, on the new schema.</summary>
public sealed class TwoVersionsTests(RunningPark park)
{
    private const string Planted = "technopark.orchard.treePlanted.v1";

    private static readonly string[] Listeners = [.. RunningPark.Centres.Where(centre => centre != "registry")];

    /// <summary>The commit before, or another one that is said.</summary>
    private static readonly string Before = Environment.GetEnvironmentVariable("TECHNOPARK_BEFORE") ?? "HEAD^";

    private static readonly TimeSpan Together = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Insights hears every event type that it knows. The park's own replica knows none of the sample centre; that of
    /// the next version does, is taken back, and comes again.
    /// </summary>
    [Fact]
    public async Task A_replica_that_knows_one_event_type_less_takes_its_part_and_skips_nothing()
    {
        var trees = new List<Guid>();
        using var started = new Programs();
        await Ledger.SurviveAsync(park, async () =>
        {
            var next = started.Add(await StartNextAsync());
            await PlantAsync(trees);
            await InTimelineAsync(trees);
            next.Kill();
            await PlantAsync(trees);
            started.Add(await StartNextAsync());
            await PlantAsync(trees);
            await InTimelineAsync(trees);
        });
        Assert.Equal(trees.Count, await EntriesAsync(trees));
        Assert.Equal(0, await park.MessagesAsync("insights", "dead"));
        Assert.DoesNotContain(
            "_skipped", await park.BrokerControlAsync("list_queues", "name"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_version_before_takes_its_part_under_load_and_ends_without_harm()
    {
        Assert.SkipUnless(RunningPark.IsFull, "The version before is built for it, which takes minutes.");
        var folder = Path.Combine(Path.GetTempPath(), $"technopark-before-{Environment.ProcessId}");
        await GitAsync("worktree", "add", "--detach", folder, Before);
        using var old = new Programs();
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
                    old.Add(await StartAsync(listener, program => Path.Combine(
                        folder, Path.GetRelativePath(Repository.Root, program))));
                }

                await Task.Delay(Together);
                Assert.All(old, process => Assert.False(process.HasExited, "one of the version before has ended"));
                old.Dispose();
            });
        }
        finally
        {
            await GitAsync("worktree", "remove", "--force", folder);
        }
    }

    private async Task PlantAsync(List<Guid> trees)
    {
        for (var left = 20; left > 0; left--)
        {
            trees.Add((await park.Api.CreateAsync("/api/orchard/v1/trees", new { sort = "Антоновка" })).Id);
        }
    }

    private Task InTimelineAsync(List<Guid> trees) => Eventually.TrueAsync(
        "the next version has heard of every tree", async () => await EntriesAsync(trees) >= trees.Count,
        TimeSpan.FromSeconds(60));

    private Task<long> EntriesAsync(List<Guid> trees) => park.ScalarAsync<long>(
        "insights", $"select count(*) from timeline where type = '{Planted}' and subject = any($1)",
        trees.ToArray());

    private Task<Process> StartNextAsync() => StartAsync("insights", program => Path.Combine(
        [Repository.Root, "tests", "NextVersion", .. program.Split('/')[^4..^1], "Technopark.Next.dll"]));

    /// <summary>Starts another program with the settings of a running service, and on ports of its own.</summary>
    /// <param name="instead">Which, given that of the service.</param>
    private async Task<Process> StartAsync(string service, Func<string, string> instead)
    {
        var start = await park.LikeAsync(service);
        var (http, grpc) = (FreePort.Next(), FreePort.Next());
        start.ArgumentList[0] = instead(start.ArgumentList[0]);
        start.WorkingDirectory = Path.GetFullPath("../../..", Path.GetDirectoryName(start.ArgumentList[0])!);
        start.Environment["ASPNETCORE_URLS"] = $"http://localhost:{http};http://localhost:{grpc}";
        start.Environment["GRPC_PORT"] = grpc.ToString(CultureInfo.InvariantCulture);
        return Process.Start(start)!;
    }

    private static string Project(string folder, string service)
    {
        var name = char.ToUpperInvariant(service[0]) + service[1..];
        return Path.Combine(folder, "services", name, $"Technopark.{name}.csproj");
    }

    private static Task<string> GitAsync(params string[] command) =>
        RunAsync(new ProcessStartInfo("git", ["-C", Repository.Root, .. command]));

    private static Task<string> RunAsync(ProcessStartInfo start) =>
        RunningPrograms.RunAsync(start, TimeSpan.FromMinutes(10));

    /// <summary>Ends them at once, as a machine that fails does.</summary>
    private sealed class Programs : List<Process>, IDisposable
    {
        public new Process Add(Process program)
        {
            base.Add(program);
            return program;
        }

        public void Dispose()
        {
            ForEach(program => program.Kill());
            ForEach(program => program.Dispose());
            Clear();
        }
    }
}
