namespace Technopark.ServiceKit.Retention;

/// <summary>Removes what has been kept long enough, again and again; a rule that fails holds up no other.</summary>
internal sealed partial class RetentionJob(
    IServiceScopeFactory scopes, IEnumerable<RetentionRule> rules, IOptions<RetentionOptions> options,
    TimeProvider clock, ILogger<RetentionJob> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var rule in rules)
            {
                await FollowAsync(rule, stoppingToken);
            }
        }
    }

    private async Task FollowAsync(RetentionRule rule, CancellationToken ct)
    {
        try
        {
            int removed;
            do
            {
                await using var scope = scopes.CreateAsyncScope();
                removed = await rule.RemoveAsync(scope.ServiceProvider, clock.GetUtcNow(), rule.AtOnce, ct);
            }
            while (removed >= rule.AtOnce);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogSkipped(log, rule.Kind, e.GetType().Name);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Of {Kind} not all that is old was removed this time: {Reason}")]
    private static partial void LogSkipped(ILogger logger, string kind, string reason);
}
