using System.Net;
using System.Text;

namespace Technopark.Gateway.Proxy;

/// <summary>YARP over the park's routes, its connections and what becomes of its failures.</summary>
internal static class ProxyExtensions
{
    private static readonly string[] Closed = ["/api", "/openapi", "/ops", "/grpc", "/metrics"];

    public static void AddProxy(this IServiceCollection services, IConfiguration configuration) => services
        .AddReverseProxy()
        .LoadFromMemory(ParkRoutes.Routes(configuration), ParkRoutes.Upstreams(configuration))
        .ConfigureHttpClient((_, handler) =>
        {
            handler.ConnectTimeout = TimeSpan.FromSeconds(3);
            handler.PooledConnectionIdleTimeout = TimeSpan.FromSeconds(60);
            handler.PooledConnectionLifetime = TimeSpan.FromMinutes(10);
            handler.AutomaticDecompression = DecompressionMethods.None;
            handler.UseCookies = false;
            handler.AllowAutoRedirect = false;
            // As they came: what is no ASCII would else not be sent, and the service be said to be away.
            handler.RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8;
        });

    public static void MapProxy(this WebApplication app)
    {
        // The portal takes every address that is left: what is no page is said to be unknown before it gets there.
        foreach (var closed in Closed)
        {
            app.Map(closed + "/{**path}", () => Results.StatusCode(StatusCodes.Status404NotFound))
                .AllowAnonymous().ExcludeFromDescription();
        }

        app.MapReverseProxy(proxy =>
        {
            proxy.UseUpstreamFailures();
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        }).AllowAnonymous();
    }
}
