namespace Technopark.ServiceKit.Messaging;

/// <summary>Measures what waits.</summary>
internal sealed partial class QueueMetricsCollector(
    EventLog events, RabbitMqPublisher broker, SubscribedEvents heard, CentreInfo centre, TimeProvider clock,
    ILogger<QueueMetricsCollector> log) : BackgroundService
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
        MessagingMetrics.Waiting.Record(await broker.CountAsync(heard.QueuesOf(centre), ct));
        MessagingMetrics.Dead.Record(await broker.CountAsync([centre.DeadQueue], ct));
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Not measured this time: {Reason}")]
    private static partial void LogSkipped(ILogger logger, string reason);
}
