namespace Aspire.Hosting.Running;

/// <summary>Lets a resource start only when what it waits for is there.</summary>
internal sealed class WaitGate(ResourceNotificationService notifications)
{
    /// <exception cref="DistributedApplicationException">What was to end well ended otherwise.</exception>
    public async Task PassAsync(IResource resource, CancellationToken ct)
    {
        foreach (var wait in resource.Annotations.OfType<WaitAnnotation>())
        {
            if (wait.ExitCode is { } expected)
            {
                var end = await notifications.WaitForResourceAsync(wait.Dependency.Name,
                    change => KnownResourceStates.TerminalStates.Contains(change.Snapshot.State!.Text), ct);
                if (end.Snapshot.ExitCode != expected)
                {
                    throw new DistributedApplicationException(
                        $"{resource.Name} waits for {wait.Dependency.Name}, which ended with {end.Snapshot.ExitCode}.");
                }
            }
            else
            {
                await notifications.WaitForResourceAsync(wait.Dependency.Name, change => change.Snapshot.HealthStatus
                    == Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy, ct);
            }
        }
    }
}
