using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace Technopark.AppHost;

/// <summary>
/// A run of loopback ports of this park's own, outside those the kernel gives to outgoing connections: a port is still
/// free when its process starts again. The first is held while the park lives, so that no other park takes the run.
/// </summary>
internal sealed class Ports : IDisposable
{
    private const int First = 20_000;
    private const int Size = 40;
    private const int Runs = 300;

    private readonly Socket _held;
    private int _next;

    private Ports(Socket held, int first)
    {
        _held = held;
        _next = first;
    }

    /// <exception cref="DistributedApplicationException">Every run has a taken port.</exception>
    public static Ports Take()
    {
        var start = RandomNumberGenerator.GetInt32(Runs);
        foreach (var run in Enumerable.Range(0, Runs).Select(step => First + (start + step) % Runs * Size))
        {
            if (TryHold(run) is { } held)
            {
                if (Enumerable.Range(run + 1, Size - 1).All(IsFree))
                {
                    return new Ports(held, run);
                }

                held.Dispose();
            }
        }

        throw new DistributedApplicationException(
            $"No {Size} free ports in a row between {First} and {First + Runs * Size}.");
    }

    public static bool IsFree(int port)
    {
        using var held = TryHold(port);
        return held is not null;
    }

    public int Next() => ++_next;

    public void Dispose() => _held.Dispose();

    private static Socket? TryHold(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            // As servers do: connections that are still fading away do not make a port taken.
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen();
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            return null;
        }
    }
}
