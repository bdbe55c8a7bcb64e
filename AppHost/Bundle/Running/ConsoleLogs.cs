using Aspire.Hosting.Dcp;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Running;

/// <summary>Carries what processes write to where it is kept.</summary>
internal sealed class ConsoleLogs(DcpSession session, ResourceLoggerService backlog, IHostApplicationLifetime lifetime)
{
    /// <summary>Reads both streams of a process until it is removed.</summary>
    public void Follow(string replica)
    {
        _ = Task.Run(() => FollowAsync(replica, "stdout", isError: false), CancellationToken.None);
        _ = Task.Run(() => FollowAsync(replica, "stderr", isError: true), CancellationToken.None);
    }

    private async Task FollowAsync(string replica, string stream, bool isError)
    {
        try
        {
            await foreach (var line in session.Client.LogAsync(replica, stream, lifetime.ApplicationStopped))
            {
                backlog.Add(replica, line, isError);
            }
        }
        catch (Exception end) when (end is HttpRequestException or IOException or OperationCanceledException)
        {
            // The process was removed, or the orchestrator is going: the lines so far are kept.
        }
    }
}
