using System.Diagnostics;
using Npgsql;

namespace Technopark.ServiceKit.Messaging;

/// <summary>
/// Publishes the event log: one publisher per database, woken by each commit, in batches whose confirms are awaited
/// together. A broker that is away costs time only. What it refuses is charged to the event, which is tried again later
/// and set aside as failed in the end, while those behind it go on.
/// </summary>
internal sealed partial class OutboxPublisher(
    EventLog events, EventSender sender, OutboxSignal signal, NpgsqlDataSource database,
    [FromKeyedServices(CentreDb.Unpooled)] NpgsqlDataSource unpooled,
    IOptions<OutboxOptions> options, ILogger<OutboxPublisher> log) : BackgroundService
{
    private static readonly TimeSpan Fallback = TimeSpan.FromSeconds(1);

    private IReadOnlyList<EventRecord>? _handed;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var next = signal.Committed.Next;
            try
            {
                await using (var lease =
                    await OutboxLease.TryTakeAsync(database, unpooled, signal.Committed, stoppingToken))
                {
                    await (lease is null ? Task.CompletedTask : PublishWhileHeldAsync(lease));
                }

                await WakeUp.WaitAsync(next, Fallback, stoppingToken);
                if (next.IsCompleted)
                {
                    await OutboxLease.WakeHolderAsync(database, stoppingToken);
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogInterrupted(log, e.Message);
                await Task.Delay(Fallback, TimeProvider.System, stoppingToken);
            }
        }
    }

    /// <summary>Two things at a time: a slow or blocking broker does not hold up the log and its readers.</summary>
    private async Task PublishWhileHeldAsync(OutboxLease lease)
    {
        LogHolding(log, lease.Fence);
        if (await events.BeginLifeAsync(lease.Fence, lease.Lost) is { } common)
        {
            LogRestored(log, common);
        }

        await events.MakeRoomAsync(lease.Sequence, lease.Lost);
        _handed = null;
        using var both = CancellationTokenSource.CreateLinkedTokenSource(lease.Lost);
        Task[] work = [MoveAsync(lease, both.Token), SendAsync(lease, both.Token)];
        var first = await Task.WhenAny(work);
        await both.CancelAsync();
        await Task.WhenAll(work).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await first;
    }

    private async Task MoveAsync(OutboxLease lease, CancellationToken ct)
    {
        while (true)
        {
            var next = signal.Committed.Next;
            var moved = await events.MoveAsync(lease.Fence, ct);
            if (moved is [.., { Sequence: { } last }])
            {
                // Where the sender has not taken what was moved before, it reads this from the log.
                Interlocked.CompareExchange(ref _handed, moved, null);
                lease.Sequence = last;
                signal.Logged.Wake();
            }

            await (moved.Count < EventLog.MovedTogether ? WakeUp.WaitAsync(next, Fallback, ct) : Task.CompletedTask);
        }
    }

    private async Task SendAsync(OutboxLease lease, CancellationToken ct)
    {
        for (var retried = 0L; ;)
        {
            var next = signal.Logged.Next;
            var fresh = await FreshAsync(lease, ct);
            await ChargeAsync(await sender.SendAsync(fresh, ct), ct);
            if (fresh is [.., { Sequence: { } last }])
            {
                lease.Published = last;
            }

            if (Stopwatch.GetElapsedTime(retried) >= Fallback)
            {
                await RetryAsync(await events.RefusedAsync(ct), ct);
                retried = Stopwatch.GetTimestamp();
            }

            await (fresh is [] ? WakeUp.WaitAsync(next, Fallback, ct) : Task.CompletedTask);
        }
    }

    /// <summary>What comes next: it need not be read where it was moved just now.</summary>
    private async Task<IReadOnlyList<EventRecord>> FreshAsync(OutboxLease lease, CancellationToken ct) =>
        Interlocked.Exchange(ref _handed, null) is [{ Sequence: { } first }, ..] moved && first == lease.Published + 1
            ? moved
        : lease.Published < lease.Sequence ? await events.ReadAsync(lease.Published, ct)
        : [];

    private async Task RetryAsync(IReadOnlyList<EventRecord> refused, CancellationToken ct)
    {
        if (refused is [])
        {
            return;
        }

        var again = await sender.SendAsync(refused, ct);
        await ChargeAsync(again, ct);
        await events.ClearAsync(
            [.. refused.Except(again.Select(refusal => refusal.Event)).Select(one => one.Sequence!.Value)], ct);
    }

    private async Task ChargeAsync(IEnumerable<RefusedEvent> refusals, CancellationToken ct)
    {
        foreach (var (refused, reason) in refusals)
        {
            var failed = await events.ChargeAsync(refused.Sequence!.Value, reason, options.Value.Attempts, ct);
            LogRefused(log, refused.Id, reason, failed);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "This process publishes the event log, under fence {Fence}")]
    private static partial void LogHolding(ILogger logger, long fence);

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "This database was restored. Its log begins another life after sequence {Common}: readers who know "
            + "more than that stop, and say so")]
    private static partial void LogRestored(ILogger logger, long common);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Publishing interrupted, goes on by itself: {Reason}")]
    private static partial void LogInterrupted(ILogger logger, string reason);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "The broker refused event {Id}: {Reason}; set aside as failed: {Failed}")]
    private static partial void LogRefused(ILogger logger, Guid id, string reason, bool failed);
}
