using Microsoft.Extensions.Options;
using Technopark.Gateway.Edge;

namespace Technopark.Gateway.Tests;

public sealed class AddressTests
{
    [Theory]
    [InlineData("--urls=http://0.0.0.0:0")]
    [InlineData("--urls=http://*:0")]
    [InlineData("--urls=http://[::]:0")]
    [InlineData("--urls=http://127.0.0.1:0;http://0.0.0.0:0")]
    [InlineData("--Kestrel:Endpoints:Public:Url=http://0.0.0.0:0")]
    [InlineData("--http_ports=0")]
    public async Task The_gateway_refuses_to_listen_where_other_machines_reach_it(string setting)
    {
        await using var gateway = GatewayHost.Create([setting, .. Park.Production]);
        var refused = await Assert.ThrowsAsync<AddressRefusedException>(() => gateway.StartAsync());
        Assert.Contains("AllowPublicAddress", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Gateway:MaxBodyBytes=0")]
    [InlineData("--Gateway:RateLimit:PerSecond=0")]
    [InlineData("--Gateway:Timeout=00:00:00")]
    public async Task A_setting_that_makes_no_sense_stops_the_start(string setting)
    {
        await Assert.ThrowsAsync<OptionsValidationException>(async () =>
        {
            await using var gateway = GatewayHost.Create([setting, "--urls=http://127.0.0.1:0", .. Park.Production]);
            await gateway.StartAsync();
        });
    }
}
