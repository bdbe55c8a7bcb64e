using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;

namespace Technopark.Gateway.Tests;

/// <summary>The gateway on its own port, with one service that plays all centres and one that is the portal.</summary>
internal sealed class Park : IAsyncDisposable
{
    private readonly WebApplication gateway;

    private Park(WebApplication gateway, Upstream centre, Upstream portal)
    {
        this.gateway = gateway;
        Centre = centre;
        Portal = portal;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = Address,
        };
    }

    /// <summary>Names of the centres that this gateway is told of: any will do.</summary>
    public static readonly string[] Centres = ["orchard", "apiary"];

    /// <summary>Without which a gateway does not start in production, as which it is tested.</summary>
    public static readonly string[] Production =
    [
        "--SignIn:Issuer=https://park.example/identity/", "--AllowedHosts=park.example;localhost;127.0.0.1;[::1]",
        .. Centres.Index().Select(centre => $"--Park:Centres:{centre.Index}={centre.Item}"),
        "--Gateway:TrustedProxies:0=192.0.2.1", "--Logging:LogLevel:Default=None",
        $"--SignIn:ClientSecret={SealingCertificate.Password}",
        // Nobody signs in here, so that nothing is kept.
        $"--ConnectionStrings:gateway=Host=127.0.0.1;Port=1;Username=gateway;Password={SealingCertificate.Password}",
        $"--DataProtection:Certificate={SealingCertificate.Path}",
        $"--DataProtection:Password={SealingCertificate.Password}",
    ];

    public Upstream Centre { get; }

    public Upstream Portal { get; }

    public HttpClient Client { get; }

    public Uri Address => new(gateway.Urls.Single());

    public static async Task<Park> StartAsync(params string[] settings)
    {
        var centre = await Upstream.StartAsync();
        var portal = await Upstream.StartAsync();
        var gateway = GatewayHost.Create(
        [
            "--urls=http://127.0.0.1:0", .. Production, $"--services:portal:http:0={portal.Address}",
            .. Centres.Select(name => $"--services:{name}:http:0={centre.Address}"),
            .. settings,
        ]);
        await gateway.StartAsync();
        return new Park(gateway, centre, portal);
    }

    /// <summary>Asks with these headers, whatever a client library thinks of them.</summary>
    public async Task<HttpResponseMessage> AskAsync(string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        Assert.All(headers, header => Assert.True(request.Headers.TryAddWithoutValidation(header.Name, header.Value)));
        return await Client.SendAsync(request);
    }

    /// <summary>Sends exactly these bytes as the target, which no client library would; returns the status.</summary>
    public Task<int> SendRawAsync(string target, string method = "GET", string host = "localhost") => SendBytesAsync(
        Encoding.ASCII.GetBytes($"{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));

    /// <summary>Sends exactly these bytes as the request; returns the status.</summary>
    public async Task<int> SendBytesAsync(byte[] request)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(Address.Host, Address.Port);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(request);
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var status = await reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(10));
        return int.Parse(status!.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Centre.DisposeAsync();
        await Portal.DisposeAsync();
        await gateway.DisposeAsync();
    }
}
