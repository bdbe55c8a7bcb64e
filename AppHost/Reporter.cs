using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Technopark.ServiceDefaults;

namespace Technopark.AppHost;

/// <summary>
/// Tells the operator how the start goes, keeps park.json true, and gives the start up when a part of it cannot succeed.
/// </summary>
internal sealed class Reporter(Site site, ResourceNotificationService notifications, ResourceLoggerService logs,
    IConfiguration configuration, IHostApplicationLifetime lifetime, TimeProvider clock, IEnumerable<IResource> resources)
    : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, ResourceEvent> _now = [];
    private readonly HashSet<string> _told = [];
    private bool _ready;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = clock.GetTimestamp();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        patience.CancelAfter(Patience);
        try
        {
            await foreach (var change in notifications.WatchAsync(patience.Token))
            {
                if (change.Resource.Annotations.Any(annotation => annotation is Lasting or RunsOnce))
                {
                    _now[change.ResourceId] = change;
                    await TellAsync(change, clock.GetElapsedTime(started), patience);
                    ParkFile.Write(site, configuration, _ready, _now.Values);
                }
            }
        }
        catch (OperationCanceledException) when (!stoppingToken.IsCancellationRequested)
        {
            var late = _now.Values.Where(resource => !IsDone(resource)).Select(resource => resource.ResourceId);
            await GiveUpAsync($"Not healthy after {Patience.TotalMinutes} minutes: {string.Join(", ", late)}");
        }
    }

    private async Task TellAsync(ResourceEvent change, TimeSpan elapsed, CancellationTokenSource patience)
    {
        if (_ready)
        {
            return;
        }

        if (IsDone(change) && _told.Add(change.ResourceId))
        {
            var word = change.Resource.Annotations.OfType<RunsOnce>().Any() ? "done" : "healthy";
            Say($"  {change.Resource.Name,-20} {word,-8} {elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture),5} s");
        }

        if (IsHopeless(change))
        {
            await foreach (var lines in logs.GetAllAsync(change.ResourceId).WithCancellation(patience.Token))
            {
                foreach (var line in lines.TakeLast(30))
                {
                    await Console.Error.WriteLineAsync($"    {line.Content}");
                }

                break;
            }

            await GiveUpAsync($"{change.Resource.Name} failed with code {change.Snapshot.ExitCode}.");
        }

        if (Expected().All(name => _now.Values.Any(known => known.Resource.Name == name)) && _now.Values.All(IsDone))
        {
            _ready = true;
            patience.CancelAfter(Timeout.InfiniteTimeSpan);
            await DashboardAnswersAsync(patience.Token);
            ParkFile.Write(site, configuration, _ready, _now.Values);
            Say(site.InfrastructureOnly ? "" : $"gateway    {site.Gateway}");
            Say($"dashboard  {site.Dashboard}/login?t={site.Token}");
        }
    }

    private IEnumerable<string> Expected() => resources
        .Where(resource => resource.Annotations.Any(annotation => annotation is Lasting or RunsOnce))
        .Select(resource => resource.Name);

    private static bool IsDone(ResourceEvent resource) => resource.Resource.Annotations.OfType<RunsOnce>().Any()
        ? resource.Snapshot.ExitCode == 0
        : resource.Snapshot.HealthStatus == HealthStatus.Healthy;

    // What refuses its settings refuses them the next time too.
    private static bool IsHopeless(ResourceEvent change) => change.Snapshot.ExitCode == SettingRule.ExitCode
        || (change.Resource.Annotations.OfType<RunsOnce>().Any() && HasFailed(change.Snapshot));

    private static bool HasFailed(CustomResourceSnapshot now) =>
        now.ExitCode is not (null or 0) || now.State?.Text == KnownResourceStates.FailedToStart;

    private async Task DashboardAnswersAsync(CancellationToken ct)
    {
        var check = new TcpHealthCheck(new Uri(site.Dashboard).Port);
        while ((await check.CheckHealthAsync(new HealthCheckContext(), ct)).Status != HealthStatus.Healthy)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), clock, ct);
        }
    }

    private async Task GiveUpAsync(string reason)
    {
        await Console.Error.WriteLineAsync($"{reason} The park is stopped.");
        Environment.ExitCode = 1;
        lifetime.StopApplication();
    }

    private static void Say(string line)
    {
        if (line.Length > 0)
        {
            Console.WriteLine(line);
        }
    }
}
