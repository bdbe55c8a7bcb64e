using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Technopark.Terminal;

/// <summary>Starts other programs: with this terminal as theirs, or with their output in a file.</summary>
internal static class Programs
{
    private const int SigTerm = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <param name="log">Takes what the program says; it has no input then. Null: it uses this terminal.</param>
    public static Process Start(
        IEnumerable<string> command, string? log = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        const string Quietly = "exec \"$@\" >\"$0\" 2>&1 </dev/null";
        string[] line = log is null ? [.. command] : ["sh", "-c", Quietly, log, .. command];
        var start = new ProcessStartInfo(line[0], line[1..]);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new CommandException($"technopark: {line[0]} cannot be run: {e.Message}");
        }
    }

    /// <summary>Runs a program to its end at this terminal.</summary>
    public static async Task<int> RunAsync(
        string[] command, CancellationToken ct, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Start(command, environment: environment);
        try
        {
            await process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            Terminate(process.Id);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }

        return process.ExitCode;
    }

    /// <summary>Runs a program to its end and returns what it said; one that takes half an hour is killed.</summary>
    public static async Task<(int ExitCode, string Output)> CaptureAsync(
        string[] command, CancellationToken ct, IReadOnlyDictionary<string, string>? environment = null)
    {
        var log = Path.GetTempFileName();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            using var process = Start(command, log, environment);
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                ct.ThrowIfCancellationRequested();
                await process.WaitForExitAsync(ct);
            }

            return (process.ExitCode, await File.ReadAllTextAsync(log, ct));
        }
        finally
        {
            File.Delete(log);
        }
    }

    /// <summary>Asks a process to end; one that is gone already is none to care about.</summary>
    public static void Terminate(int pid) => _ = Signal(pid, SigTerm);

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Signal(int pid, int signal);
}
