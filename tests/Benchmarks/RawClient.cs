using System.Net.Sockets;

namespace Technopark.Benchmarks;

/// <summary>
/// HTTP/1.1 over one kept connection with as little work as possible: on a machine that runs client and server, what
/// the client costs is taken from what is measured.
/// </summary>
internal sealed class RawClient : IDisposable
{
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[512 * 1024];

    public static async Task<RawClient> ConnectAsync(Uri server)
    {
        var client = new RawClient();
        await client._socket.ConnectAsync(server.Host, server.Port);
        return client;
    }

    /// <summary>Sends a request as it is and reads its whole answer.</summary>
    /// <returns>The status code.</returns>
    public async ValueTask<int> SendAsync(ReadOnlyMemory<byte> request)
    {
        await _socket.SendAsync(request);
        var length = 0;
        do
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(length));
            length += read > 0 ? read : throw new IOException("The server closed the connection.");
        }
        while (!IsWhole(_buffer.AsSpan(0, length)));

        var digits = _buffer.AsSpan(9, 3);
        return ((digits[0] - '0') * 100) + ((digits[1] - '0') * 10) + digits[2] - '0';
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var body = answer.IndexOf("\r\n\r\n"u8) + 4;
        if (body < 4)
        {
            return false;
        }

        var header = answer.IndexOf("Content-Length: "u8);
        if (header < 0 || header > body)
        {
            return answer.EndsWith("\r\n0\r\n\r\n"u8);
        }

        var digits = answer[(header + 16)..];
        return answer.Length - body >= int.Parse(digits[..digits.IndexOf((byte)'\r')], provider: null);
    }
}
