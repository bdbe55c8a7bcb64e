using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;

namespace Technopark.ServiceDefaults.Tests;

public sealed class RenamedSettingTests
{
    [Theory]
    [InlineData("ForwardedFrom:0", "TrustedProxies")]
    [InlineData("Relay:Attempts", "Outbox")]
    public void An_old_name_is_refused_with_the_new_one(string old, string name)
    {
        var builder = WebApplication.CreateBuilder(["--environment=Development", $"--{old}=1"]);
        var refused = Assert.Throws<SettingsRefusedException>(builder.Build().RefuseDevelopmentSettings);
        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
        Assert.Contains(old.Split(':')[0], refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Theory]
    [InlineData("Gateway:TrustedProxies:0")]
    [InlineData("TrustedProxies:0")]
    [InlineData("Outbox:Attempts")]
    public void A_name_that_is_used_is_not(string name) => Assert.Null(RenamedSettings.Refuse(
        "Sample", new ConfigurationBuilder().AddInMemoryCollection([new(name, "1")]).Build()));
}
