using System.Text.Json.Nodes;
using Aspire.Hosting.Dcp;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Running;

/// <summary>Starts and stops the process of one replica, and publishes how it is.</summary>
internal sealed partial class ReplicaLauncher(DcpSession session, ExecutablePlanner planner, WaitGate gate, ConsoleLogs logs,
    ResourceNotificationService notifications, TimeProvider clock, ILogger<ReplicaLauncher> log)
{
    public void Announce(Replica replica) =>
        notifications.Publish(replica.Resource, replica.Id, _ => replica.InitialSnapshot(clock.GetUtcNow()));

    public void Report(Replica replica, DcpExecutable executable)
    {
        if (executable.Status is { } status && executable.Metadata.Uid != replica.Retired)
        {
            replica.Reported = executable.Metadata.Uid;
            Publish(replica, before => replica.After(before, status));
        }
    }

    public async Task<ExecuteCommandResult> ExecuteAsync(Replica replica, string command, CancellationToken ct)
    {
        switch (command)
        {
            case "start":
                await StartAsync(replica, ct);
                break;
            case "stop":
                await StopAsync(replica, ct);
                break;
            case "restart":
                await StopAsync(replica, ct);
                await StartAsync(replica, ct);
                break;
            default:
                return new ExecuteCommandResult { Success = false, Message = $"There is no command {command}." };
        }

        return new ExecuteCommandResult { Success = StateOf(replica) != KnownResourceStates.FailedToStart };
    }

    /// <summary>Waits for what the resource waits for, then makes a new process. Does nothing when there is one.</summary>
    public async Task StartAsync(Replica replica, CancellationToken ct)
    {
        await replica.Gate.WaitAsync(ct);
        try
        {
            if (StateOf(replica) == KnownResourceStates.NotStarted || KnownResourceStates.TerminalStates.Contains(StateOf(replica)))
            {
                await LaunchAsync(replica, ct);
            }
        }
        catch (OperationCanceledException)
        {
            Become(replica, KnownResourceStates.Exited);
        }
        catch (Exception error) when (error is HttpRequestException or IOException or DistributedApplicationException)
        {
            LogNotStarted(replica.Id, error);
            Become(replica, KnownResourceStates.FailedToStart);
        }
        finally
        {
            replica.Gate.Release();
        }
    }

    private async Task LaunchAsync(Replica replica, CancellationToken ct)
    {
        using (replica.Waiting = CancellationTokenSource.CreateLinkedTokenSource(ct))
        {
            Become(replica, KnownResourceStates.Waiting);
            await gate.PassAsync(replica.Resource, replica.Waiting.Token);
        }

        replica.Waiting = null;
        var plan = await planner.PlanAsync(replica, ct);
        await session.Client.DeleteAsync(replica.Id, ct);
        replica.Retired = replica.Reported;
        replica.StopAsked = false;
        Publish(replica, before => before with
        {
            State = new ResourceStateSnapshot(KnownResourceStates.Starting, null),
            EnvironmentVariables = [.. plan.Environment.Select(v => new EnvironmentVariableSnapshot(v.Key, v.Value, true))],
        });
        await session.Client.CreateAsync(DcpKind.Executable, replica.Id, plan.Spec, Producers(replica.Resource), ct);
        logs.Follow(replica.Id);
    }

    private async Task StopAsync(Replica replica, CancellationToken ct)
    {
        if (replica.Waiting is { } waiting)
        {
            await waiting.CancelAsync();
            return;
        }

        await replica.Gate.WaitAsync(ct);
        try
        {
            if (StateOf(replica) is "Running" or "Starting")
            {
                replica.StopAsked = true;
                await session.Client.StopAsync(replica.Id, ct);
                await notifications.WaitForResourceAsync(replica.Resource.Name, change => change.ResourceId == replica.Id
                    && KnownResourceStates.TerminalStates.Contains(change.Snapshot.State!.Text), ct);
            }
        }
        finally
        {
            replica.Gate.Release();
        }
    }

    private static JsonObject Producers(IResource resource)
    {
        var served = resource.Annotations.OfType<EndpointAnnotation>().Where(endpoint => endpoint.IsProxied)
            .Select(endpoint => new JsonObject
            {
                ["serviceName"] = ExecutablePlanner.ServiceName(resource, endpoint),
                ["address"] = "127.0.0.1",
            });
        return new JsonObject { ["service-producer"] = new JsonArray([.. served]).ToJsonString() };
    }

    private string StateOf(Replica replica) => notifications.TryGetCurrentState(replica.Id, out var now)
        ? now!.Snapshot.State!.Text
        : KnownResourceStates.NotStarted;

    private void Become(Replica replica, string state) =>
        Publish(replica, before => before with { State = new ResourceStateSnapshot(state, null) });

    private void Publish(Replica replica, Func<CustomResourceSnapshot, CustomResourceSnapshot> change) =>
        notifications.Publish(replica.Resource, replica.Id, before => change(before!));

    [LoggerMessage(LogLevel.Error, "{Replica} could not be started")]
    private partial void LogNotStarted(string replica, Exception error);
}
