using System.Diagnostics;

namespace Technopark.SystemTests;

/// <summary>The process that runs the park.</summary>
public sealed class HostTests(RunningPark neighbour)
{
    [Fact]
    public async Task A_killed_host_leaves_nothing_running_and_the_next_start_finds_everything_acknowledged()
    {
        await using var park = new ParkProcess();
        await park.UpAsync();
        var company = await RegisterAsync(park);
        Assert.Null(await neighbour.Api.FindAsync(company.Path));

        var before = park.State;
        Process.GetProcessById(before.Pid).Kill();
        await Eventually.TrueAsync(
            "nothing that the host ran is left",
            () => Task.FromResult(!before.Resources.Any(process => process.IsAlive)), TimeSpan.FromSeconds(60));
        Assert.Equal("shut down", DatabaseStateOf(park));

        await park.UpAsync();
        using var http = await park.State.ClientAsync();
        Assert.NotNull(await new ParkClient.ParkClient(http).FindAsync(company.Path));
        await using var forgotten = new NpgsqlConnection(park.State.Postgres);
        await forgotten.OpenAsync(TestContext.Current.CancellationToken);
        using var deaf = Process.Start(
            new ProcessStartInfo("sleep", "600") { Environment = { ["TECHNOPARK_STATE"] = park.StateDirectory } })!;
        var stop = await park.DownAsync();
        Assert.Contains(
            $"killing process {deaf.Id}, which did not end in 20 s: sleep 600", stop, StringComparison.Ordinal);
        Assert.Contains("no process of it is left", stop, StringComparison.Ordinal);
        Assert.Empty(park.Processes());
        Assert.Equal("shut down", DatabaseStateOf(park));
        Assert.NotNull(await neighbour.Api.GetAsync("/api/insights/v1/headline"));
    }

    /// <summary>As PostgreSQL left it: <c>shut down</c>, or <c>in production</c> when it was killed.</summary>
    private static string DatabaseStateOf(ParkProcess park)
    {
        var tool = Directory.GetDirectories("/usr/lib/postgresql")
            .Select(version => Path.Combine(version, "bin/pg_controldata")).Last(File.Exists);
        using var told = Process.Start(new ProcessStartInfo(tool, Path.Combine(park.StateDirectory, "postgres", "data"))
        {
            RedirectStandardOutput = true,
            Environment = { ["LC_ALL"] = "C" },
        })!;
        return told.StandardOutput.ReadToEnd().Split('\n')
            .Single(line => line.StartsWith("Database cluster state:", StringComparison.Ordinal)).Split(':')[1].Trim();
    }

    private static async Task<Thing> RegisterAsync(ParkProcess park)
    {
        using var http = await park.State.ClientAsync();
        return await new ParkClient.ParkClient(http).CreateAsync(
            "/api/registry/v1/companies",
            new { name = "Стойкая / Steady", kind = "team", founders = Array.Empty<object>() });
    }
}
