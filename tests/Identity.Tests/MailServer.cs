using System.Net.Sockets;

namespace Technopark.Identity.Tests;

/// <summary>A mail server that takes one mail after another (RFC 5321) and keeps what it was told.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public MailServer() => _listener.Start();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Speaks with one client until it leaves.</summary>
    /// <returns>All that the client said.</returns>
    public async Task<string> ServeAsync()
    {
        using var client = await _listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream());
        await using var writer = new StreamWriter(client.GetStream()) { NewLine = "\r\n", AutoFlush = true };
        var said = new List<string>();
        await writer.WriteLineAsync("220 ready");
        var isText = false;
        while (await reader.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (isText && line != ".")
            {
                continue;
            }

            isText = line == "DATA";
            await writer.WriteLineAsync(isText ? "354 go on" : "250 fine");
            if (line == "QUIT")
            {
                break;
            }
        }

        return string.Join('\n', said);
    }

    public void Dispose() => _listener.Dispose();
}
