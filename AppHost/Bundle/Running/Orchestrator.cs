using System.Text.Json.Nodes;
using Aspire.Hosting.Dcp;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Running;

/// <summary>Starts the orchestrator's process, then every replica when what it waits for is there; stops all of it.</summary>
internal sealed partial class Orchestrator(ICollection<IResource> resources, DcpSession session, ReplicaLauncher launcher,
    HealthMonitor health, IHostApplicationLifetime lifetime, ILogger<Orchestrator> log) : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Dictionary<string, Replica> _replicas = [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await session.StartAsync(cancellationToken);
        _ = Task.Run(() => WatchAsync(_stopping.Token), CancellationToken.None);
        foreach (var resource in resources.Where(resource => resource is ProjectResource or ExecutableResource))
        {
            await CreateProxiesAsync(resource, cancellationToken);
            var count = resource.Annotations.OfType<ReplicaAnnotation>().LastOrDefault()?.Replicas ?? 1;
            foreach (var _ in Enumerable.Range(0, count))
            {
                var replica = new Replica(resource, Secrets.Name());
                _replicas[replica.Id] = replica;
                launcher.Announce(replica);
            }
        }

        foreach (var replica in _replicas.Values)
        {
            _ = Task.Run(() => launcher.StartAsync(replica, _stopping.Token), CancellationToken.None);
            _ = Task.Run(() => health.WatchAsync(replica, _stopping.Token), CancellationToken.None);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await session.Client.ShutDownAsync(cancellationToken);
    }

    public Task<ExecuteCommandResult> ExecuteAsync(string id, string command, CancellationToken ct)
    {
        if (!_replicas.TryGetValue(id, out var replica))
        {
            return Task.FromResult(new ExecuteCommandResult { Success = false, Message = $"There is no {id}." });
        }

        var own = replica.Resource.Annotations.OfType<CommandAnnotation>().FirstOrDefault(known => known.Name == command);
        return own is not null ? own.Run(ct) : launcher.ExecuteAsync(replica, command, _stopping.Token);
    }

    public void Dispose()
    {
        _stopping.Dispose();
        foreach (var replica in _replicas.Values)
        {
            replica.Dispose();
        }

        _replicas = [];
    }

    private async Task CreateProxiesAsync(IResource resource, CancellationToken ct)
    {
        foreach (var endpoint in resource.Annotations.OfType<EndpointAnnotation>().Where(endpoint => endpoint.IsProxied))
        {
            var spec = new JsonObject
            {
                ["port"] = endpoint.Port,
                ["address"] = "127.0.0.1",
                ["protocol"] = "TCP",
                ["addressAllocationMode"] = "Localhost",
            };
            await session.Client.CreateAsync(
                DcpKind.Service, ExecutablePlanner.ServiceName(resource, endpoint), spec, annotations: [], ct);
        }
    }

    private async Task WatchAsync(CancellationToken ct)
    {
        try
        {
            await foreach (var change in session.Client.WatchAsync(ct))
            {
                if (change.Type != "DELETED" && _replicas.TryGetValue(change.Object.Metadata.Name, out var replica))
                {
                    launcher.Report(replica, change.Object);
                }
            }
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            LogWatchFailed(error);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        // Without the orchestrator nothing can be started or stopped any more.
        LogOrchestratorGone();
        Environment.ExitCode = 1;
        lifetime.StopApplication();
    }

    [LoggerMessage(LogLevel.Error, "The connection to the orchestrator broke")]
    private partial void LogWatchFailed(Exception error);

    [LoggerMessage(LogLevel.Critical, "The orchestrator is gone: the park stops")]
    private partial void LogOrchestratorGone();
}
