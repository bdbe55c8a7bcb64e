using System.Diagnostics;
using Technopark.ParkClient;
using Technopark.TestKit;

namespace Technopark.SystemTests;

/// <summary>The process that runs the park.</summary>
public sealed class HostTests(RunningPark neighbour)
{
    [Fact]
    public async Task A_killed_host_leaves_no_process_and_the_next_start_finds_everything_acknowledged()
    {
        await using var park = new ParkProcess();
        await park.UpAsync();
        var company = await RegisterAsync(park);
        Assert.Null(await neighbour.Api.FindAsync(company.Path));

        Process.GetProcessById(park.State.Pid).Kill();
        await Eventually.TrueAsync("no process is left", () => Task.FromResult(!park.Processes().Any()), TimeSpan.FromSeconds(60));

        await park.UpAsync();
        using var http = new HttpClient { BaseAddress = park.State.Gateway };
        Assert.NotNull(await new ParkClient.ParkClient(http).FindAsync(company.Path));
        Assert.Contains("no process of it is left", await park.DownAsync(), StringComparison.Ordinal);
        Assert.Empty(park.Processes());
        Assert.NotNull(await neighbour.Api.GetAsync("/api/insights/v1/headline"));
    }

    private static async Task<Thing> RegisterAsync(ParkProcess park)
    {
        using var http = new HttpClient { BaseAddress = park.State.Gateway };
        return await new ParkClient.ParkClient(http).CreateAsync(
            "/api/registry/v1/companies", new { name = "Стойкая / Steady", kind = "team", founders = Array.Empty<object>() });
    }
}
