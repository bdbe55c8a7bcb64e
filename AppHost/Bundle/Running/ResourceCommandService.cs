using Aspire.Hosting.Running;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Does to a resource what the dashboard's buttons do.</summary>
public sealed class ResourceCommandService
{
    private readonly Lazy<Orchestrator> _orchestrator;

    internal ResourceCommandService(Lazy<Orchestrator> orchestrator) => _orchestrator = orchestrator;

    /// <summary>Runs a command to its end.</summary>
    /// <param name="resourceId">The name of a replica.</param>
    /// <param name="commandName">One of <see cref="KnownResourceCommands"/> or of the resource's own.</param>
    /// <param name="cancellationToken">Gives up waiting for the end.</param>
    public Task<ExecuteCommandResult> ExecuteCommandAsync(
        string resourceId, string commandName, CancellationToken cancellationToken = default) =>
        _orchestrator.Value.ExecuteAsync(resourceId, commandName, cancellationToken);
}
