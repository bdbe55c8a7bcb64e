using System.Diagnostics;

namespace Technopark.SystemTests;

/// <summary>
/// A park from first start to last, beside another: its host is killed, it goes into production. Not while other tests
/// take the processors: a clean end has its time.
/// </summary>
public sealed class ParkLifeTests(RunningPark neighbour)
{
    [Fact]
    public async Task A_killed_host_loses_nothing_and_in_production_there_is_no_token_of_development()
    {
        await using var park = new ParkProcess();
        await park.UpAsync();
        using var first = await park.State.ClientAsync();
        var company = await new ParkClient.ParkClient(first).TeamAsync("Стойкая / Steady");
        Assert.Null(await neighbour.Api.FindAsync(company.Path));
        await KillHostAsync(park);

        await park.UpAsync();
        using var second = await park.State.ClientAsync();
        Assert.NotNull(await new ParkClient.ParkClient(second).FindAsync(company.Path));
        var (secret, token) = (park.State.DevelopmentSecret!, (await park.TokenAsync("manager")).Trim());
        Assert.Equal(HttpStatusCode.OK, await CompaniesAsync(park, token));
        await StopAsync(park);
        Assert.NotNull(await neighbour.Api.GetAsync("/api/insights/v1/headline"));

        await GoIntoProductionAsync(park, secret);
        Assert.Equal(HttpStatusCode.Unauthorized, await CompaniesAsync(park, token));
        Assert.Equal(HttpStatusCode.Unauthorized, await CompaniesAsync(park, null));
    }

    private static async Task KillHostAsync(ParkProcess park)
    {
        var before = park.State;
        Process.GetProcessById(before.Pid).Kill();
        await Eventually.TrueAsync(
            "nothing that the host ran is left",
            () => Task.FromResult(!before.Resources.Any(process => process.IsAlive)), TimeSpan.FromSeconds(60));
        Assert.Equal("shut down", await DatabaseStateOfAsync(park));
    }

    /// <summary>
    /// Neither an open connection to the database nor a process that does not listen holds it up; whatever else was
    /// started where the operator exported the directory is let be.
    /// </summary>
    private static async Task StopAsync(ParkProcess park)
    {
        await using var forgotten = new NpgsqlConnection(park.State.Postgres);
        await forgotten.OpenAsync();
        using var deaf = Sleeper("TECHNOPARK_RUNNING_IN");
        using var operators = Sleeper("TECHNOPARK_STATE");
        var stop = await park.DownAsync();
        Assert.Contains(
            $"killing process {deaf.Id}, which did not end in 20 s: sleep 600", stop, StringComparison.Ordinal);
        Assert.Contains("no process of it is left", stop, StringComparison.Ordinal);
        Assert.Empty(park.Processes());
        Assert.Equal("shut down", await DatabaseStateOfAsync(park));
        Assert.False(operators.HasExited);
        operators.Kill();

        Process Sleeper(string name) => Process.Start(
            new ProcessStartInfo("sleep", "600") { Environment = { [name] = park.StateDirectory } })!;
    }

    private static async Task GoIntoProductionAsync(ParkProcess park, string secret)
    {
        foreach (var (key, value) in ProductionTests.Operator.Append(new("ASPNETCORE_ENVIRONMENT", "Production")))
        {
            park.Settings[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        await park.UpAsync();
        Assert.Null(park.State.DevelopmentSecret);
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => park.TokenAsync("manager"));
        Assert.Contains("not in development", refused.Message, StringComparison.Ordinal);
        var grant = await SignedIn.AskAsync(park.Named("identity").First().Endpoints["http"], new()
        {
            ["grant_type"] = "urn:technopark:grant:development",
            ["client_id"] = "development",
            ["client_secret"] = secret,
            ["role"] = "manager",
        });
        Assert.Equal("unsupported_grant_type", grant.GetProperty("error").GetString());
    }

    /// <summary>As PostgreSQL left it: <c>shut down</c>, or <c>in production</c> when it was killed.</summary>
    private static async Task<string> DatabaseStateOfAsync(ParkProcess park)
    {
        var tool = Directory.GetDirectories("/usr/lib/postgresql")
            .Select(version => Path.Combine(version, "bin/pg_controldata")).Last(File.Exists);
        var start = new ProcessStartInfo(tool, Path.Combine(park.StateDirectory, "postgres", "data"));
        start.Environment["LC_ALL"] = "C";
        var told = await CompletedProcess.RunAsync(start, TimeSpan.FromSeconds(30));
        return told.Output.Split('\n')
            .Single(line => line.StartsWith("Database cluster state:", StringComparison.Ordinal)).Split(':')[1].Trim();
    }

    private static async Task<HttpStatusCode> CompaniesAsync(ParkProcess park, string? token)
    {
        using var http = SignedIn.With(token, park.State.Gateway);
        using var answer = await http.GetAsync("/api/registry/v1/companies");
        return answer.StatusCode;
    }
}
