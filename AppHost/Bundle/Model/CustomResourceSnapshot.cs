using System.Collections.Immutable;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What is known of a resource at a moment.</summary>
public sealed record CustomResourceSnapshot
{
    /// <summary>"Project" or "Executable".</summary>
    public required string ResourceType { get; init; }

    /// <summary>Facts by name, for instance executable.pid.</summary>
    public required ImmutableArray<ResourcePropertySnapshot> Properties { get; init; }

    /// <summary>One of <see cref="KnownResourceStates"/>, or a state only the orchestrator knows.</summary>
    public ResourceStateSnapshot? State { get; init; }

    /// <summary>Part of the machinery: not shown.</summary>
    public bool IsHidden { get; init; }

    /// <summary>How it ended, when it has.</summary>
    public int? ExitCode { get; init; }

    /// <summary>When it was added to the park, UTC.</summary>
    public DateTime? CreationTimeStamp { get; init; }

    /// <summary>When its process started, UTC.</summary>
    public DateTime? StartTimeStamp { get; init; }

    /// <summary>When its process ended, UTC.</summary>
    public DateTime? StopTimeStamp { get; init; }

    /// <summary>Where it is reached.</summary>
    public ImmutableArray<UrlSnapshot> Urls { get; init; } = [];

    /// <summary>What it was told.</summary>
    public ImmutableArray<EnvironmentVariableSnapshot> EnvironmentVariables { get; init; } = [];

    /// <summary>What its health checks said last.</summary>
    public ImmutableArray<HealthReportSnapshot> HealthReports { get; internal init; } = [];

    /// <summary>The worst of its reports; unhealthy while one is missing; null while it does not run.</summary>
    public HealthStatus? HealthStatus => State?.Text != KnownResourceStates.Running ? null
        : HealthReports.Select(report => report.Status ?? Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Unhealthy)
            .DefaultIfEmpty(Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Healthy).Min();
}

/// <summary>A state in words.</summary>
public sealed record ResourceStateSnapshot(string Text, string? Style);

/// <summary>A fact.</summary>
public sealed record ResourcePropertySnapshot(string Name, object? Value);

/// <summary>An address. Internal ones are shown in the details only.</summary>
public sealed record UrlSnapshot(string? Name, string Url, bool IsInternal);

/// <summary>A variable of the process.</summary>
public sealed record EnvironmentVariableSnapshot(string Name, string? Value, bool IsFromSpec);

/// <summary>What a check said. Null until it has.</summary>
public sealed record HealthReportSnapshot(string Name, HealthStatus? Status, string? Description, string? ExceptionText)
{
    /// <summary>When, UTC.</summary>
    public DateTime? LastRunAt { get; init; }
}

/// <summary>A change of a resource.</summary>
public class ResourceEvent(IResource resource, string resourceId, CustomResourceSnapshot snapshot)
{
    /// <summary>Of what.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>Which replica of it.</summary>
    public string ResourceId { get; } = resourceId;

    /// <summary>How it is now.</summary>
    public CustomResourceSnapshot Snapshot { get; } = snapshot;
}

/// <summary>The states a process goes through.</summary>
public static class KnownResourceStates
{
    /// <summary>Not asked to start.</summary>
    public static readonly string NotStarted = "NotStarted";

    /// <summary>Held back by something it waits for.</summary>
    public static readonly string Waiting = "Waiting";

    /// <summary>On its way.</summary>
    public static readonly string Starting = "Starting";

    /// <summary>Has a process.</summary>
    public static readonly string Running = "Running";

    /// <summary>Asked to stop.</summary>
    public static readonly string Stopping = "Stopping";

    /// <summary>Ended by itself, or by force.</summary>
    public static readonly string Finished = "Finished";

    /// <summary>Ended because it was asked to.</summary>
    public static readonly string Exited = "Exited";

    /// <summary>Never had a process.</summary>
    public static readonly string FailedToStart = "FailedToStart";

    /// <summary>The states without a process that nothing will leave by itself.</summary>
    public static readonly IReadOnlyList<string> TerminalStates = [Finished, Exited, FailedToStart];
}
