using System.Diagnostics;

namespace Technopark.Terminal;

/// <summary>The AppHost, started in a session of its own: it gets no Ctrl-C and outlives the terminal.</summary>
internal sealed class ParkHost : IAsyncDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Process _process;
    private readonly string _log;
    private bool _letGo;

    private ParkHost(Process process, string log) => (_process, _log) = (process, log);

    /// <param name="quiet">What it says goes into park.log of the state directory, not to this terminal.</param>
    public static ParkHost Start(string state, IEnumerable<string> settings, bool quiet)
    {
        var log = Path.Combine(state, "park.log");
        if (quiet)
        {
            Prepare(state, log);
        }

        string[] command = ["setsid", "dotnet", Repository.Built("AppHost", "AppHost"), .. settings];
        var environment = new Dictionary<string, string>
        {
            ["TECHNOPARK_STATE"] = state,
            [ParkProcesses.Mark] = state,
        };
        return new ParkHost(Programs.Start(command, quiet ? log : null, environment), log);
    }

    /// <summary>Shows how the start goes and returns when all of it is healthy.</summary>
    public async Task HealthyAsync(CancellationToken ct)
    {
        for (var told = 0; ; await Task.Delay(100, ct))
        {
            // Asked first, so that its last words are read.
            var ended = _process.HasExited;
            var lines = (await File.ReadAllTextAsync(_log, ct)).Split('\n')[..^1];
            foreach (var line in lines[told..])
            {
                Console.WriteLine(line);
                if (line.StartsWith("dashboard  ", StringComparison.Ordinal))
                {
                    return;
                }
            }

            told = lines.Length;
            if (ended)
            {
                throw new CommandException("technopark: the park did not start");
            }
        }
    }

    /// <summary>Returns its exit code when it has ended; an interruption stops it.</summary>
    public async Task<int> EndAsync(CancellationToken ct)
    {
        try
        {
            await _process.WaitForExitAsync(ct);
        }
        catch (OperationCanceledException)
        {
            await StopAsync();
        }

        return _process.ExitCode;
    }

    public async Task StopAsync()
    {
        Programs.Terminate(_process.Id);
        await _process.WaitForExitAsync();
    }

    /// <summary>Leaves the park to itself: <c>down</c> stops it.</summary>
    public void LetGo() => _letGo = true;

    public async ValueTask DisposeAsync()
    {
        if (!_letGo && !_process.HasExited)
        {
            await StopAsync();
        }

        _process.Dispose();
    }

    private static void Prepare(string state, string log)
    {
        try
        {
            // As root, PostgreSQL and RabbitMQ run under accounts of their own and must be able to pass through.
            var passage = Environment.IsPrivilegedProcess ? UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : 0;
            Directory.CreateDirectory(state, OwnerOnly | UnixFileMode.UserExecute | passage);
            File.Delete(log);
            new FileStream(log, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.Write,
                UnixCreateMode = OwnerOnly,
            }).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"technopark: nothing can be written in {state} ({e.Message.TrimEnd('.')}): "
                + "choose another place: --state DIR");
        }
    }
}
