using System.Diagnostics.Metrics;
using System.Threading.Channels;

namespace Technopark.ServiceKit.Audit;

/// <summary>Entries that no transaction carries: it takes no more than it can hold, and never waits.</summary>
internal sealed class AuditQueue
{
    public const int Most = 5_000;

    private static readonly Meter Meter = new("Technopark.ServiceKit");

    private static readonly Counter<long> LostOnes =
        Meter.CreateCounter<long>(
            "technopark.audit.lost", "{entry}", "Refusals and sign-ins that a flood left no room for in the audit");

    private readonly Channel<AuditEntry> _waiting =
        Channel.CreateBounded<AuditEntry>(new BoundedChannelOptions(Most) { SingleReader = true });
    private int _lost;

    public void Post(AuditEntry entry)
    {
        if (!_waiting.Writer.TryWrite(entry))
        {
            Interlocked.Increment(ref _lost);
            LostOnes.Add(1);
        }
    }

    /// <returns>False when nothing more will come.</returns>
    public ValueTask<bool> WaitAsync(CancellationToken ct) => _waiting.Reader.WaitToReadAsync(ct);

    public List<AuditEntry> Take(int most)
    {
        var taken = new List<AuditEntry>();
        while (taken.Count < most && _waiting.Reader.TryRead(out var entry))
        {
            taken.Add(entry);
        }

        return taken;
    }

    /// <summary>How many there was no room for since this was last asked.</summary>
    public int TakeLost() => Interlocked.Exchange(ref _lost, 0);
}
