namespace Technopark.ServiceKit.Data;

/// <summary>What this process is told at once: events were committed, the log has grown.</summary>
internal sealed class OutboxSignal
{
    public WakeUp Committed { get; } = new();

    public WakeUp Logged { get; } = new();
}

/// <summary>Wakes who waits. Wake-ups collapse, none is lost.</summary>
internal sealed class WakeUp
{
    private volatile TaskCompletionSource _next = NewSource();

    public void Wake() => Interlocked.Exchange(ref _next, NewSource()).TrySetResult();

    /// <summary>Take this before reading; it completes with the first wake-up after it was taken.</summary>
    public Task Next => _next.Task;

    /// <summary>Waits for a wake-up, at most for a while.</summary>
    public static async Task WaitAsync(Task next, TimeSpan atMost, CancellationToken ct)
    {
        await next.WaitAsync(atMost, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
