using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.Running;

/// <summary>Asks running replicas how they are: often until they are well, then every other second.</summary>
internal sealed class HealthMonitor(IServiceProvider services, ResourceNotificationService notifications, TimeProvider clock)
{
    private static readonly TimeSpan Eager = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task WatchAsync(Replica replica, CancellationToken ct)
    {
        var checks = replica.Resource.Annotations.OfType<HealthAnnotation>().ToList();
        while (checks.Count > 0)
        {
            var well = notifications.TryGetCurrentState(replica.Id, out var now)
                && now!.Snapshot.State?.Text == KnownResourceStates.Running
                && await CheckAsync(replica, checks, ct);
            await Task.Delay(well ? Calm : Eager, clock, ct);
        }
    }

    private async Task<bool> CheckAsync(Replica replica, List<HealthAnnotation> checks, CancellationToken ct)
    {
        var reports = await Task.WhenAll(checks.Select(check => CheckAsync(check, ct)));
        notifications.Publish(replica.Resource, replica.Id, before =>
            before!.State?.Text == KnownResourceStates.Running && HaveChanged(before, reports)
                ? before with { HealthReports = [.. reports] }
                : before);
        return reports.All(report => report.Status == HealthStatus.Healthy);
    }

    private async Task<HealthReportSnapshot> CheckAsync(HealthAnnotation check, CancellationToken ct)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(ct);
        timeout.CancelAfter(Patience);
        try
        {
            var result = await check.Check(services, timeout.Token);
            return Report(check.Key, result.Status, result.Description);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            return Report(check.Key, HealthStatus.Unhealthy, error.Message);
        }
    }

    private HealthReportSnapshot Report(string key, HealthStatus status, string? description) =>
        new(key, status, description, null) { LastRunAt = clock.GetUtcNow().UtcDateTime };

    private static bool HaveChanged(CustomResourceSnapshot before, HealthReportSnapshot[] reports) =>
        !before.HealthReports.Select(report => (report.Status, report.Description))
            .SequenceEqual(reports.Select(report => (report.Status, report.Description)));
}
