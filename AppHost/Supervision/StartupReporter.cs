using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Technopark.ServiceDefaults;

namespace Technopark.AppHost;

/// <summary>Tells how the start goes, keeps park.json true, gives up what cannot succeed: Aspire waits on.</summary>
internal sealed class StartupReporter(
    StateDirectory state, Infrastructure infrastructure, DistributedApplicationModel model,
    ResourceNotificationService notifications, ResourceLoggerService logs, IHostApplicationLifetime lifetime,
    TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly Dictionary<string, ResourceEvent> _now = [];
    private readonly HashSet<string> _told = [];
    private bool _ready;
    private bool _givenUp;

    /// <summary>Does what the start cannot do without.</summary>
    public async Task OrGiveUpAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (NpgsqlException e)
        {
            await GiveUpAsync($"PostgreSQL: {e.Message}.");
            throw;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = clock.GetTimestamp();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(
            stoppingToken, lifetime.ApplicationStopping);
        patience.CancelAfter(Patience);
        try
        {
            await foreach (var change in notifications.WatchAsync(patience.Token))
            {
                if (IsOurs(change.Resource))
                {
                    _now[change.ResourceId] = change;
                    await TellAsync(change, clock.GetElapsedTime(started), patience);
                    WriteManifest();
                }
            }
        }
        catch (OperationCanceledException) when (!lifetime.ApplicationStopping.IsCancellationRequested)
        {
            var late = _now.Values.Where(resource => !IsDone(resource)).Select(resource => resource.ResourceId);
            await GiveUpAsync($"Not healthy after {Patience.TotalMinutes} minutes: {string.Join(", ", late)}");
        }
        catch (OperationCanceledException)
        {
            // The park stops.
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
            var word = IsOneShot(change.Resource) ? "done" : "healthy";
            Console.WriteLine(FormattableString.Invariant(
                $"  {change.Resource.Name,-20} {word,-8} {elapsed.TotalSeconds,5:0.0} s"));
        }

        if (IsHopeless(change))
        {
            await SayLastWordsAsync(change.ResourceId, patience.Token);
            await GiveUpAsync($"{change.Resource.Name} failed with code {change.Snapshot.ExitCode}.");
        }

        var expected = model.Resources.Where(IsOurs).Select(resource => resource.Name);
        if (expected.All(name => _now.Values.Any(known => known.Resource.Name == name)) && _now.Values.All(IsDone))
        {
            _ready = true;
            patience.CancelAfter(Timeout.InfiniteTimeSpan);
            WriteManifest();
            if (!state.InfrastructureOnly)
            {
                Console.WriteLine($"gateway    {state.Gateway}");
            }

            Console.WriteLine($"dashboard  {state.DashboardAddress}");
        }
    }

    /// <summary>The log comes in several parts, each in its order; each line begins with its time.</summary>
    private async Task SayLastWordsAsync(string resource, CancellationToken ct)
    {
        var said = (await logs.GetAllAsync(resource).ToListAsync(ct)).SelectMany(lines => lines);
        foreach (var line in said.OrderBy(line => line.Content.Split(' ')[0], StringComparer.Ordinal).TakeLast(30))
        {
            await Console.Error.WriteLineAsync($"    {line.Content}");
        }
    }

    private void WriteManifest()
    {
        try
        {
            RuntimeManifest.Write(state, infrastructure, _ready, _now.Values);
        }
        catch (IOException) when (_ready)
        {
            // A disk that is full for a while is no reason to stop a park: the file is true again with the next change.
        }
    }

    private static bool IsOurs(IResource resource) =>
        resource.HasAnnotationOfType<RestartAlways>() || IsOneShot(resource);

    private static bool IsOneShot(IResource resource) => resource.HasAnnotationOfType<OneShot>();

    private static bool IsDone(ResourceEvent resource) => IsOneShot(resource.Resource)
        ? resource.Snapshot.ExitCode == 0 : resource.Snapshot.HealthStatus == HealthStatus.Healthy;

    // What refuses its settings refuses them the next time too; what has no engine to run in gets none by waiting.
    private static bool IsHopeless(ResourceEvent change) => change.Snapshot.ExitCode == SettingRule.ExitCode
        || change.Snapshot.State?.Text == KnownResourceStates.RuntimeUnhealthy
        || (IsOneShot(change.Resource) && (change.Snapshot.ExitCode is not (null or 0)
            || change.Snapshot.State?.Text == KnownResourceStates.FailedToStart));

    private async Task GiveUpAsync(string reason)
    {
        if (Interlocked.Exchange(ref _givenUp, true) || lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return;
        }

        await Console.Error.WriteLineAsync($"{reason} The park is stopped.");
        Environment.ExitCode = 1;
        lifetime.StopApplication();
    }
}
