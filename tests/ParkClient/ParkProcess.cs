using System.Diagnostics;

namespace Technopark.ParkClient;

/// <summary>A park of one's own in a fresh state directory, started and stopped by the script as a user does.</summary>
public sealed class ParkProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    private static int s_count;

    /// <summary>Where its data and secrets are: PostgreSQL's own account may be kept out of /tmp.</summary>
    public string StateDirectory { get; } =
        Path.Combine("/var/tmp", $"technopark-{Environment.ProcessId}-{Interlocked.Increment(ref s_count)}");

    /// <summary>Environment of the script at its next start.</summary>
    public Dictionary<string, string?> Settings { get; } = new()
    {
        // It has servers of its own, not those that other tests use.
        ["ConnectionStrings__postgres"] = null,
        ["ConnectionStrings__rabbitmq"] = null,
    };

    /// <summary>Read anew each time.</summary>
    public ParkState State => ParkState.Read(StateDirectory);

    public IEnumerable<RunningResource> Named(string resource) =>
        State.Resources.Where(process => process.Name == resource);

    /// <summary>Address of the message broker for one of its users: a service's, or a subscriber's.</summary>
    public Uri BrokerAs(string user) => new UriBuilder(State.Rabbitmq)
    {
        UserName = user,
        Password = File.ReadAllText(Path.Combine(StateDirectory, "secrets", $"rabbitmq-{user}")),
    }.Uri;

    /// <summary>Returns when all of it is healthy.</summary>
    /// <param name="options">Further options of <c>technopark up</c>.</param>
    /// <exception cref="InvalidOperationException">It did not start; the message is what the script said.</exception>
    public Task UpAsync(params string[] options) =>
        ScriptAsync(["up", "--detach", "--state", StateDirectory, "--port", $"{FreePort.Next()}", .. options]);

    /// <summary>Returns when no process of it is left.</summary>
    public Task<string> DownAsync() => ScriptAsync(["down", "--state", StateDirectory]);

    /// <summary>Backs it up while it runs.</summary>
    /// <param name="path">A directory that comes to be.</param>
    public Task BackupAsync(string path) => ScriptAsync(["backup", path, "--state", StateDirectory]);

    /// <summary>Makes its state directory of a backup; it has none before.</summary>
    public Task RestoreAsync(string path) => ScriptAsync(["restore", path, "--state", StateDirectory]);

    /// <summary>Who was erased, by ids, one a line.</summary>
    public Task<string> ErasuresAsync() => ScriptAsync(["erasures", "--state", StateDirectory]);

    /// <summary>Erases them again.</summary>
    /// <param name="list">A file with such ids.</param>
    public Task RepeatErasuresAsync(string list) =>
        ScriptAsync(["erasures", "--repeat", list, "--state", StateDirectory]);

    /// <summary>What the script prints for a role.</summary>
    /// <exception cref="InvalidOperationException">It gives none.</exception>
    public Task<string> TokenAsync(string role) => ScriptAsync(["token", "--role", role, "--state", StateDirectory]);

    /// <summary>Every process of it, however it was started: each has the state directory in its environment.</summary>
    public IEnumerable<string> Processes() => Directory.EnumerateDirectories("/proc")
        .Where(process => char.IsDigit(Path.GetFileName(process)[0]) && IsOurs(process));

    /// <summary>Stops it and removes its data.</summary>
    public async ValueTask DisposeAsync()
    {
        await DownAsync();
        await ScriptAsync(["reset", "--yes", "--state", StateDirectory]);
    }

    private async Task<string> ScriptAsync(string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "technopark"), arguments);
        foreach (var (name, value) in Settings)
        {
            start.Environment[name] = value;
        }

        var script = await CompletedProcess.RunAsync(start, Patience);
        return script.ExitCode == 0 ? script.Output : throw new InvalidOperationException(
            $"technopark {string.Join(' ', arguments)}: {script.ExitCode}\n{script.Output}\n{script.Errors}");
    }

    private bool IsOurs(string process)
    {
        try
        {
            var environment = File.ReadAllText(Path.Combine(process, "environ")).Split('\0');
            return environment.Contains($"TECHNOPARK_RUNNING_IN={StateDirectory}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
