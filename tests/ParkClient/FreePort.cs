using System.Net.Sockets;

namespace Technopark.ParkClient;

/// <summary>A port of this machine for a program that must know it before it starts.</summary>
public static class FreePort
{
    /// <summary>One at which nobody listens now.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
