using System.Runtime.InteropServices;

namespace Technopark.Terminal;

/// <summary>Lets a command stop what it has started when Ctrl-C, SIGTERM or a closed terminal ends it.</summary>
internal static class Interruption
{
    /// <returns>What the command returns, or 128 and the signal's number when it gave up for that.</returns>
    public static async Task<int> HeedAsync(Func<CancellationToken, Task<int>> command)
    {
        using var interrupted = new CancellationTokenSource();
        var exitCode = 0;
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => Stop(signal, 129));
        using var control = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, 130));
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, 143));
        try
        {
            return await command(interrupted.Token);
        }
        catch (OperationCanceledException) when (interrupted.IsCancellationRequested)
        {
            return exitCode;
        }

        void Stop(PosixSignalContext signal, int code)
        {
            signal.Cancel = true;
            exitCode = code;
            interrupted.Cancel();
        }
    }
}
