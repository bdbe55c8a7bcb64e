using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A port a resource listens on.</summary>
/// <param name="Name">Unique within the resource.</param>
/// <param name="Scheme">"http" or "tcp".</param>
/// <param name="Port">Where others reach it.</param>
/// <param name="Variable">The environment variable the resource itself reads its port from.</param>
/// <param name="IsProxied">Whether the orchestrator listens on the port and spreads connections over the replicas.</param>
internal sealed record EndpointAnnotation(string Name, string Scheme, int Port, string? Variable, bool IsProxied) : IResourceAnnotation
{
    public string Url => $"{Scheme}://localhost:{Port}";
}

internal sealed record EnvironmentAnnotation(string Name, Func<CancellationToken, ValueTask<string?>> Value) : IResourceAnnotation;

internal sealed record ReferenceAnnotation(IResource Source) : IResourceAnnotation;

internal sealed record ArgumentsAnnotation(string[] Arguments) : IResourceAnnotation;

internal sealed record ReplicaAnnotation(int Replicas) : IResourceAnnotation;

internal sealed record ParentAnnotation(IResource Parent) : IResourceAnnotation;

/// <param name="Dependency">What is waited for.</param>
/// <param name="ExitCode">Null: until it is healthy. Otherwise until it has ended with this code.</param>
internal sealed record WaitAnnotation(IResource Dependency, int? ExitCode) : IResourceAnnotation;

internal sealed record HealthAnnotation(
    string Key, Func<IServiceProvider, CancellationToken, Task<HealthCheckResult>> Check) : IResourceAnnotation;

internal sealed record CommandAnnotation(string Name, string DisplayName, CommandOptions Options,
    Func<CancellationToken, Task<ExecuteCommandResult>> Run) : IResourceAnnotation;

/// <summary>Part of the machinery: run like the others, not shown.</summary>
internal sealed record HiddenAnnotation : IResourceAnnotation;
