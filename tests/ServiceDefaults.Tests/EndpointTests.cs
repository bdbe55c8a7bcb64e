using Technopark.ParkClient;

namespace Technopark.ServiceDefaults.Tests;

public sealed class EndpointTests
{
    [Fact]
    public async Task The_port_for_calls_between_services_speaks_http2_alone_and_the_other_http1_alone()
    {
        var grpcPort = FreePort.Next();
        await using var app =
            Sample.Create($"--urls=http://127.0.0.1:0;http://127.0.0.1:{grpcPort}", $"--GRPC_PORT={grpcPort}");
        await app.StartAsync();
        var grpc = $"http://127.0.0.1:{grpcPort}/alive";
        var http = app.Urls.Single(url => !url.EndsWith($":{grpcPort}", StringComparison.Ordinal)) + "/alive";

        Assert.Equal("Healthy", await AskAsync(grpc, HttpVersion.Version20));
        Assert.Equal("Healthy", await AskAsync(http, HttpVersion.Version11));
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(grpc, HttpVersion.Version11));
        await Assert.ThrowsAsync<HttpRequestException>(() => AskAsync(http, HttpVersion.Version20));
    }

    private static async Task<string> AskAsync(string address, Version version)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        using var request = new HttpRequestMessage(HttpMethod.Get, address)
        {
            Version = version,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var response = await client.SendAsync(request);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }
}
