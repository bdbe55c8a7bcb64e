using Technopark.Gateway.Edge;
using Technopark.Gateway.Proxy;
using Technopark.Gateway.Reference;
using Technopark.ServiceDefaults;

namespace Technopark.Gateway;

/// <summary>The one way in: what may pass, how much of it, and to which service.</summary>
internal static class GatewayHost
{
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Create(args);
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (AddressRefusedException refused)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 1;
        }
    }

    public static WebApplication Create(string[] args)
    {
        // Settings lie beside the program, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.AddServiceDefaults();
        builder.AddGatewayOptions();
        builder.Services.Require(
            ProductionRequirements.Proxy,
            new("AllowedHosts", Fit.OwnHosts, "the host names people use / имена хостов, по которым приходят люди"));
        builder.AddLoopbackOnly();
        builder.AddForwardedFrom();
        builder.Services.AddRateLimits();
        builder.Services.AddProxy(builder.Configuration);

        var app = builder.Build();
        app.UseSecurityHeaders();
        app.UseForwardedHeaders();
        app.MapServiceDefaults();
        app.UsePathGate();
        app.UseRateLimiter();
        app.UseBodyLimit();
        app.UseInboundHeaders();
        app.MapApiReference();
        app.MapProxy();
        return app;
    }
}
