using System.Diagnostics.Metrics;
using System.Globalization;
using System.Threading.Channels;

namespace Technopark.ServiceKit.Audit;

/// <summary>
/// Writes entries that no transaction carries, so many batches a second: a flood fills the queue, not the database, and
/// what was lost is counted in the audit itself; so is an entry that cannot be written.
/// </summary>
internal sealed partial class AuditWriter(
    IServiceScopeFactory scopes, CentreInfo centre, TimeProvider clock, ILogger<AuditWriter> log) : BackgroundService
{
    /// <summary>So many entries wait for the database; for more there is no room.</summary>
    public const int Most = 5_000;

    private const int AtOnce = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly Meter Meter = new("Technopark.ServiceKit");

    private static readonly Counter<long> LostOnes = Meter.CreateCounter<long>(
        "technopark.audit.lost", "{entry}", "Refusals and sign-ins that are not in the audit");

    private readonly Channel<AuditEntry> _waiting =
        Channel.CreateBounded<AuditEntry>(new BoundedChannelOptions(Most) { SingleReader = true });
    private int _lost;

    /// <summary>Never waits: what finds no room is lost, and counted.</summary>
    public void Post(AuditEntry entry)
    {
        if (!_waiting.Writer.TryWrite(entry))
        {
            CountLost();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<AuditEntry> batch = [];
        try
        {
            while (batch.Count > 0 || await _waiting.Reader.WaitToReadAsync(stoppingToken))
            {
                batch = await TryWriteAsync(batch.Count > 0 ? batch : Take(), stoppingToken);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
        finally
        {
            await WriteRestAsync(batch);
        }
    }

    private void CountLost()
    {
        Interlocked.Increment(ref _lost);
        LostOnes.Add(1);
    }

    private List<AuditEntry> Take()
    {
        var batch = new List<AuditEntry>();
        while (batch.Count < AtOnce && _waiting.Reader.TryRead(out var entry))
        {
            batch.Add(entry);
        }

        if (Interlocked.Exchange(ref _lost, 0) is var lost and > 0)
        {
            LogLost(log, lost);
            var now = clock.GetUtcNow();
            batch.Add(new AuditEntry(Guid.CreateVersion7(now), now, centre.Name, Outcomes.Lost,
                After: string.Create(CultureInfo.InvariantCulture, $"{{\"count\":{lost}}}")));
        }

        return batch;
    }

    /// <returns>What is still to be written: nothing, or the same where the database is away.</returns>
    private async Task<List<AuditEntry>> TryWriteAsync(List<AuditEntry> batch, CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CentreDb>();
            db.AddRange(batch);
            await db.SaveChangesAsync(ct);
            return [];
        }
        catch (Exception e) when (DatabaseProblems.IsPassing(e))
        {
            return batch;
        }
        catch (Exception e) when (batch.Count < 2 && !ct.IsCancellationRequested)
        {
            foreach (var entry in batch)
            {
                LogFailed(log, entry.Id, e);
                CountLost();
            }

            return [];
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            // A bad entry would take the others with it.
            var half = batch.Count / 2;
            return [.. await TryWriteAsync(batch[..half], ct), .. await TryWriteAsync(batch[half..], ct)];
        }
    }

    private async Task WriteRestAsync(List<AuditEntry> batch)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        try
        {
            do
            {
                await TryWriteAsync(batch, patience.Token);
                batch = Take();
            }
            while (batch.Count > 0 && !patience.IsCancellationRequested);
        }
        catch (OperationCanceledException)
        {
            LogLost(log, batch.Count);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} refusals or sign-ins were too many for the audit")]
    private static partial void LogLost(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "The entry {Id} of the audit could not be written")]
    private static partial void LogFailed(ILogger logger, Guid id, Exception e);
}
