using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Technopark.AppHost;

/// <summary>
/// Starts again what ended unasked, sooner the first time than the tenth. Aspire has no restart policy for projects and
/// executables, and its event of a stop does not tell whether it was asked for.
/// </summary>
internal sealed partial class Supervisor(ResourceNotificationService notifications, ResourceCommandService commands,
    IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<Supervisor> log) : BackgroundService
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan SteadyAfter = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (string State, DateTimeOffset Since)> _states = [];
    private readonly ConcurrentDictionary<string, int> _failures = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What ends while the park stops was not asked to, either.
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(
            stoppingToken, lifetime.ApplicationStopping);
        await foreach (var change in notifications.WatchAsync(stopping.Token))
        {
            var state = change.Snapshot.State?.Text ?? "";
            var before = _states.GetValueOrDefault(change.ResourceId);
            if (state == before.State || !change.Resource.HasAnnotationOfType<RestartAlways>())
            {
                continue;
            }

            _states[change.ResourceId] = (state, clock.GetUtcNow());
            // What was asked to stop is Stopping first.
            if (KnownResourceStates.TerminalStates.Contains(state) && before.State != KnownResourceStates.Stopping)
            {
                var steady = before.State == KnownResourceStates.Running
                    && clock.GetUtcNow() - before.Since > SteadyAfter;
                _ = StartAgainAsync(change, steady, stopping.Token);
            }
        }
    }

    private async Task StartAgainAsync(ResourceEvent end, bool steady, CancellationToken ct)
    {
        var failures = steady
            ? _failures[end.ResourceId] = 0 : _failures.AddOrUpdate(end.ResourceId, 0, (_, count) => count + 1);
        var pause = TimeSpan.FromMilliseconds(Math.Min(250 * Math.Pow(2, failures), LongestPause.TotalMilliseconds));
        LogEnded(end.ResourceId, end.Snapshot.ExitCode, pause.TotalSeconds);
        await Task.Delay(pause, clock, ct);
        await commands.ExecuteCommandAsync(end.ResourceId, KnownResourceCommands.StartCommand, ct);
    }

    [LoggerMessage(LogLevel.Warning, "{Resource} ended with code {ExitCode}: starting it again in {Seconds} s")]
    private partial void LogEnded(string resource, int? exitCode, double seconds);
}
