using System.Net.Sockets;

namespace Technopark.SystemTests.Fuzz;

/// <summary>What came back.</summary>
/// <param name="Status">0 where the connection was closed without a word.</param>
internal sealed record RawAnswer(int Status, string Text)
{
    private const int TextAtMost = 64 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends bytes on a connection of their own and reads the answer, or its beginning.</summary>
    public static async Task<RawAnswer> ToAsync(Uri server, byte[] request, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port, patience.Token);
        var sending = SendAsync(socket, request, patience.Token);
        var text = await ReadAsync(socket, patience.Token);
        await sending;
        return new RawAnswer(
            text.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) && int.TryParse(text.AsSpan(9, 3), out var status)
                ? status
                : 0, text);
    }

    public bool HasHeader(string name, string value) =>
        Text.Split("\r\n\r\n", 2)[0].Contains($"\r\n{name}: {value}", StringComparison.OrdinalIgnoreCase);

    /// <summary>A server may refuse before all is sent, and close.</summary>
    private static async Task SendAsync(Socket socket, byte[] request, CancellationToken ct)
    {
        try
        {
            await socket.SendAsync(request, ct);
        }
        catch (SocketException)
        {
        }
    }

    private static async Task<string> ReadAsync(Socket socket, CancellationToken ct)
    {
        var text = new StringBuilder();
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while (text.Length < TextAtMost && (read = await socket.ReceiveAsync(buffer, ct)) > 0)
            {
                text.Append(Encoding.UTF8.GetString(buffer, 0, read));
                var start = text.ToString(0, Math.Min(text.Length, 2_000));
                if (start.Contains("text/event-stream", StringComparison.Ordinal))
                {
                    break;
                }
            }
        }
        catch (SocketException)
        {
        }

        return text.ToString();
    }
}
