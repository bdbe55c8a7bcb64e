using System.Collections.Immutable;
using Aspire.Hosting.Dcp;

namespace Aspire.Hosting.Running;

/// <summary>One process of a resource, or the place where it will be.</summary>
internal sealed class Replica(IResource resource, string suffix) : IDisposable
{
    public IResource Resource => resource;

    /// <summary>Tells replicas, and runs of the park, apart; telemetry carries it as service.instance.id.</summary>
    public string Suffix => suffix;

    public string Id => $"{resource.Name}-{suffix}";

    /// <summary>Held while the process is being started or stopped.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    /// <summary>The orchestrator's id of the process that was reported last.</summary>
    public string? Reported { get; set; }

    /// <summary>The id of the process before it: late reports of that one are not taken.</summary>
    public string? Retired { get; set; }

    /// <summary>Cancelled to give up waiting for other resources.</summary>
    public CancellationTokenSource? Waiting { get; set; }

    /// <summary>Set while a stop was asked for, so that the end is not taken for an accident.</summary>
    public bool StopAsked { get; set; }

    public CustomResourceSnapshot InitialSnapshot(DateTimeOffset now) => new()
    {
        ResourceType = resource is ProjectResource ? "Project" : "Executable",
        State = new ResourceStateSnapshot(KnownResourceStates.NotStarted, null),
        IsHidden = resource.Annotations.OfType<HiddenAnnotation>().Any(),
        CreationTimeStamp = now.UtcDateTime,
        Properties = resource.Annotations.OfType<IProjectMetadata>().SingleOrDefault() is { } project
            ? [new("project.path", project.ProjectPath)]
            : [],
        Urls = [.. resource.Annotations.OfType<EndpointAnnotation>()
            .Select((endpoint, index) => new UrlSnapshot(endpoint.Name, endpoint.Url, IsInternal: index > 0))],
        HealthReports = [.. resource.Annotations.OfType<HealthAnnotation>()
            .Select(check => new HealthReportSnapshot(check.Key, null, null, null))],
    };

    public CustomResourceSnapshot After(CustomResourceSnapshot before, DcpStatus status) => before with
    {
        State = new ResourceStateSnapshot(StateOf(status), status.ExitCode is not (null or 0) && !StopAsked ? "error" : null),
        ExitCode = status.ExitCode,
        StartTimeStamp = status.StartupTimestamp?.UtcDateTime,
        StopTimeStamp = status.FinishTimestamp?.UtcDateTime,
        // What was healthy is asked anew of the next process.
        HealthReports = status.State == "Running" ? before.HealthReports
            : [.. before.HealthReports.Select(report => new HealthReportSnapshot(report.Name, null, null, null))],
        Properties = [.. before.Properties.Where(property => property.Name is not ("executable.pid" or "resource.exitCode")),
            .. Facts(status)],
    };

    public void Dispose()
    {
        Gate.Dispose();
        Waiting?.Dispose();
    }

    private string StateOf(DcpStatus status) => status.State switch
    {
        "Finished" or "Terminated" when StopAsked => KnownResourceStates.Exited,
        "Terminated" => KnownResourceStates.Finished,
        null or "" => KnownResourceStates.Starting,
        var state => state,
    };

    private static ImmutableArray<ResourcePropertySnapshot> Facts(DcpStatus status) => status switch
    {
        { State: "Running", Pid: { } pid } => [new("executable.pid", pid)],
        { ExitCode: { } code } => [new("resource.exitCode", code)],
        _ => [],
    };
}
