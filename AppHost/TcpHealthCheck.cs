using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Technopark.AppHost;

/// <summary>A server is well when it takes a connection.</summary>
internal sealed class TcpHealthCheck(int port) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (SocketException error)
        {
            return HealthCheckResult.Unhealthy(error.Message);
        }
    }
}

internal static class TcpHealthCheckExtensions
{
    public static IResourceBuilder<ExecutableResource> WithTcpHealthCheck(this IResourceBuilder<ExecutableResource> server, int port)
    {
        var key = $"{server.Resource.Name}_tcp";
        server.ApplicationBuilder.Services.AddHealthChecks().AddCheck(key, new TcpHealthCheck(port));
        return server.WithHealthCheck(key);
    }
}
