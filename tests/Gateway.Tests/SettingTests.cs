using Microsoft.Extensions.Options;

namespace Technopark.Gateway.Tests;

public sealed class SettingTests
{
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
