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
        await RunAsync(start, TimeSpan.FromSeconds(90));
    }

    /// <summary>Runs a program to its end; it must succeed.</summary>
    /// <returns>What it printed.</returns>
    public static async Task<string> RunAsync(ProcessStartInfo start, TimeSpan atMost)
    {
        var done = await CompletedProcess.RunAsync(start, atMost);
        Assert.True(done.ExitCode == 0, $"{done.Output}{done.Errors}");
        return done.Output;
    }

    /// <summary>Runs a command of the broker's own program, and returns what it printed.</summary>
    public static async Task<string> BrokerControlAsync(this RunningPark park, params string[] command)
    {
        var broker = park.State.Resources.Single(process => process.Name == "rabbitmq").Pid;
        var start = new ProcessStartInfo("/usr/lib/rabbitmq/bin/rabbitmqctl", command);
        foreach (var line in (await File.ReadAllTextAsync($"/proc/{broker}/environ")).TrimEnd('\0').Split('\0'))
        {
            start.Environment[line[..line.IndexOf('=')]] = line[(line.IndexOf('=') + 1)..];
        }

        return await RunAsync(start, TimeSpan.FromSeconds(60));
    }

    /// <summary>Sends a signal, as an operator does: <c>STOP</c>.</summary>
    public static Task SignalAsync(string signal, string process) =>
        RunAsync(new ProcessStartInfo("kill", [$"-{signal}", process]), TimeSpan.FromSeconds(20));

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
