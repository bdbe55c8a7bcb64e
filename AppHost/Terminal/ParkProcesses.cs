using System.ComponentModel;
using System.Diagnostics;

namespace Technopark.Terminal;

/// <summary>
/// The processes of the park in a state directory: each has the directory in its environment under a name that nobody
/// else sets. TECHNOPARK_STATE is not it: an operator's shell may export that.
/// </summary>
internal sealed class ParkProcesses(string state)
{
    public const string Mark = "TECHNOPARK_RUNNING_IN";

    /// <summary>The process that runs the park: it has written its number into the lock. Null when none does.</summary>
    public int? Host
    {
        get
        {
            var holder = Read(Path.Combine(state, "park.lock"));
            return int.TryParse(holder, NumberStyles.None, CultureInfo.InvariantCulture, out var pid)
                && Read($"/proc/{pid}/cmdline").Contains("Technopark.AppHost", StringComparison.Ordinal) ? pid : null;
        }
    }

    public int[] Find()
    {
        var host = Host;
        return [.. Directory.EnumerateDirectories("/proc").Select(Path.GetFileName)
            .Select(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var pid) ? pid : 0)
            .Where(pid => pid != 0 && pid != Environment.ProcessId && (pid == host || HasState(pid)))];
    }

    /// <summary>Returns when none is left. The orchestrator gives each 12 s; after 20 s the rest is killed.</summary>
    /// <param name="orHosted">Also returns when a host runs the park.</param>
    public async Task EndAsync(bool orHosted = false)
    {
        if (await EndedAsync(TimeSpan.FromSeconds(20)))
        {
            return;
        }

        foreach (var pid in Find())
        {
            var line = Read($"/proc/{pid}/cmdline").Replace('\0', ' ');
            Console.WriteLine($"killing process {pid}, which did not end in 20 s: {line}");
            Kill(pid);
        }

        if (!await EndedAsync(TimeSpan.FromSeconds(5)))
        {
            throw new CommandException($"technopark: still running: {string.Join(' ', Find())}");
        }

        async Task<bool> EndedAsync(TimeSpan patience)
        {
            for (var since = Stopwatch.StartNew(); since.Elapsed < patience; await Task.Delay(100))
            {
                if (Find() is [] || (orHosted && Host is not null))
                {
                    return true;
                }
            }

            return false;
        }
    }

    private static void Kill(int pid)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            process.Kill();
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or Win32Exception)
        {
            // It has ended meanwhile, or it is another user's: then it is found again.
        }
    }

    private bool HasState(int pid) => Read($"/proc/{pid}/environ").Split('\0').Contains($"{Mark}={state}");

    private static string Read(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
