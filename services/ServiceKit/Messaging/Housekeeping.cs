using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Technopark.ServiceKit.Messaging;

/// <summary>Measures what waits, and forgets idempotency keys and message ids that nobody will repeat any more.</summary>
internal sealed partial class Housekeeping(
    OutboxTable outbox, Broker broker, NpgsqlDataSource database, CentreInfo centre, TimeProvider clock, ILogger<Housekeeping> log)
    : BackgroundService
{
    private static readonly TimeSpan MeasureEvery = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan CleanEvery = TimeSpan.FromHours(1);

    private const string CleanSql = """
        delete from idempotency where created_at < now() - interval '7 days';
        delete from inbox where received_at < now() - interval '90 days';
        """;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(MeasureEvery, clock);
        var cleanAt = clock.GetUtcNow() + CleanEvery;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await MeasureAsync(stoppingToken);
                if (clock.GetUtcNow() >= cleanAt)
                {
                    await using var clean = database.CreateCommand(CleanSql);
                    await clean.ExecuteNonQueryAsync(stoppingToken);
                    cleanAt = clock.GetUtcNow() + CleanEvery;
                }
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogSkipped(log, e.Message);
            }
        }
    }

    private async Task MeasureAsync(CancellationToken ct)
    {
        var (unsent, lag, parked) = await outbox.CountAsync(ct);
        RelayMetrics.Unsent.Record(unsent);
        RelayMetrics.Lag.Record(lag);
        RelayMetrics.Parked.Record(parked);
        RelayMetrics.Waiting.Record(await broker.CountAsync(centre.Queue, ct) ?? 0);
        RelayMetrics.Dead.Record(await broker.CountAsync(centre.DeadQueue, ct) ?? 0);
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "Not measured this time: {Reason}")]
    private static partial void LogSkipped(ILogger logger, string reason);
}
