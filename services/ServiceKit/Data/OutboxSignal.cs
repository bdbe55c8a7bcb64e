namespace Technopark.ServiceKit.Data;

/// <summary>Tells this process that rows of the outbox were committed. Wake-ups collapse, none is lost.</summary>
internal sealed class OutboxSignal
{
    private volatile TaskCompletionSource _next = NewSource();

    public void Wake() => Interlocked.Exchange(ref _next, NewSource()).TrySetResult();

    /// <summary>Take this before reading; it completes with the first commit after it was taken.</summary>
    public Task Next => _next.Task;

    /// <summary>Waits for a commit, at most for a while.</summary>
    public static async Task WaitAsync(Task next, TimeSpan atMost, CancellationToken ct)
    {
        await next.WaitAsync(atMost, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
