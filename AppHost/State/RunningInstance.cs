using System.Text;

namespace Technopark.AppHost;

/// <summary>The one process that may run a park in a directory: it holds park.lock, with its id in it.</summary>
internal sealed class RunningInstance : IDisposable
{
    // What a lock that another process holds is called: EAGAIN, of Linux and of macOS.
    private static readonly int[] HeldByAnother = [11, 35];

    private readonly FileStream _lock;

    /// <exception cref="DistributedApplicationException">A park is running there already.</exception>
    public RunningInstance(string directory)
    {
        try
        {
            var path = Path.Combine(directory, "park.lock");
            _lock = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held) when (HeldByAnother.Contains(held.HResult))
        {
            throw new DistributedApplicationException(
                $"A park is running in {directory}. Stop it, or choose another place: --state DIR");
        }

        _lock.SetLength(0);
        _lock.Write(Encoding.ASCII.GetBytes(FormattableString.Invariant($"{Environment.ProcessId}")));
        _lock.Flush();
    }

    public void Dispose() => _lock.Dispose();
}
