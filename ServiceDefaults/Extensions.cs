using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Http.Resilience;

namespace Technopark.ServiceDefaults;

/// <summary>What every process of the park has, gateway and portal too.</summary>
public static class Extensions
{
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(5);

    /// <summary>Telemetry, health, service discovery, resilient HTTP clients, JSON and problem details.</summary>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder)
    {
        builder.Configuration.AddLogLevels();
        builder.Services.Require(ProductionRequirements.OfAll);
        builder.AddTelemetry();
        builder.Services.AddHealthChecks();
        builder.Services.AddProblems();
        builder.Services.AddServiceDiscovery();
        builder.Services.ConfigureHttpClientDefaults(http =>
        {
            // What is not safe is not repeated: the second attempt might be the second effect.
            http.AddStandardResilienceHandler(options => options.Retry.DisableForUnsafeHttpMethods());
            http.AddServiceDiscovery();
        });
        builder.Services.Configure<JsonOptions>(options => ApiJson.Configure(options.SerializerOptions));
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = StopWithin);
        builder.Services.Configure<Microsoft.AspNetCore.Routing.RouteHandlerOptions>(
            options => options.ThrowOnBadRequest = true);
        builder.Services.Configure<KestrelServerOptions>(kestrel => Configure(kestrel, builder.Configuration));
        return builder;
    }

    /// <summary>Problem details for whatever follows, and the health endpoints.</summary>
    /// <param name="before">What stands before anybody is asked who they are.</param>
    public static WebApplication MapServiceDefaults(this WebApplication app, Action<WebApplication>? before = null)
    {
        app.RefuseDevelopmentSettings();
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        before?.Invoke(app);
        if (app.Services.GetService<IAuthenticationSchemeProvider>() is not null)
        {
            // Here, so that a refusal is a problem like any other.
            app.UseAuthentication();
            app.UseAuthorization();
        }

        app.MapHealth();
        return app;
    }

    /// <summary>Without TLS one port cannot speak both protocols: the one that GRPC_PORT names speaks HTTP/2.</summary>
    private static void Configure(KestrelServerOptions kestrel, IConfiguration configuration)
    {
        var grpcPort = configuration.GetValue<int?>("GRPC_PORT");
        kestrel.AddServerHeader = false;
        kestrel.ConfigureEndpointDefaults(endpoint => endpoint.Protocols =
            endpoint.EndPoint is IPEndPoint address && address.Port == grpcPort
                ? HttpProtocols.Http2 : HttpProtocols.Http1);
    }
}
