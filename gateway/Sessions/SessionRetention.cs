using Npgsql;

namespace Technopark.Gateway.Sessions;

/// <summary>Forgets sessions that have run out or been ended, wherever that was done.</summary>
internal sealed partial class SessionRetention(
    IDbContextFactory<GatewayDb> databases, RevokedSessions sessions, TimeProvider clock, ILogger<SessionRetention> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await using var db = await databases.CreateDbContextAsync(stoppingToken);
                var now = clock.GetUtcNow();
                var ended = sessions.All;
                await db.Sessions.Where(session => session.ExpiresAt < now || ended.Contains(session.SignIn))
                    .ExecuteDeleteAsync(stoppingToken);
            }
            catch (Exception away) when (away is NpgsqlException or InvalidOperationException)
            {
                LogAway(log, away.Message);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sessions that have run out were not forgotten: {Reason}")]
    private static partial void LogAway(ILogger logger, string reason);
}
