using System.Diagnostics;

namespace Technopark.SystemTests;

/// <summary>Programs of the park that tests start beside those that run.</summary>
internal static class RunningPrograms
{
    /// <summary>Runs a command of a service's program to its end, with the service's own settings.</summary>
    public static async Task RunAsync(this RunningPark park, string service, string command)
    {
        var start = await park.LikeAsync(service);
        start.ArgumentList.Add(command);
        var program = await CompletedProcess.RunAsync(start, TimeSpan.FromSeconds(90));
        Assert.True(program.ExitCode == 0, program.Output);
    }

    /// <summary>How a running service was started: program and settings.</summary>
    public static async Task<ProcessStartInfo> LikeAsync(this RunningPark park, string service)
    {
        var running = park.State.Resources.First(process => process.Name == service && process.IsAlive).Pid;
        var line = await ReadAsync("cmdline");
        var start = new ProcessStartInfo(line[0], line[1..]);
        start.Environment.Clear();
        foreach (var setting in await ReadAsync("environ"))
        {
            start.Environment[setting.Split('=')[0]] = setting[(setting.IndexOf('=') + 1)..];
        }

        return start;

        async Task<string[]> ReadAsync(string what) => (await File.ReadAllTextAsync($"/proc/{running}/{what}"))
            .Split('\0', StringSplitOptions.RemoveEmptyEntries);
    }
}
