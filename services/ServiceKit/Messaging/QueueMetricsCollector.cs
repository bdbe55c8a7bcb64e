namespace Technopark.ServiceKit.Messaging;

/// <summary>Measures what waits.</summary>
internal sealed partial class QueueMetricsCollector(
    EventLog events, QueueCounts queues, TimeProvider clock, ILogger<QueueMetricsCollector> log) : BackgroundService
{
    private static readonly TimeSpan MeasureEvery = TimeSpan.FromSeconds(15);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(MeasureEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await MeasureAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogSkipped(log, e.Message);
            }
        }
    }

    private async Task MeasureAsync(CancellationToken ct)
    {
        var (unsent, lag, failed) = await events.CountAsync(ct);
        MessagingMetrics.Unsent.Record(unsent);
        MessagingMetrics.Lag.Record(lag);
        MessagingMetrics.Failed.Record(failed);
        if (await queues.FindAsync(ct) is ({ } waiting, { } dead))
        {
            MessagingMetrics.Waiting.Record(waiting);
            MessagingMetrics.Dead.Record(dead);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Not measured this time: {Reason}")]
    private static partial void LogSkipped(ILogger logger, string reason);
}
