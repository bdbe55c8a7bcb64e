using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Technopark.ServiceKit.Hosting;

/// <summary>
/// Believes the gateway about where a request comes from and by which scheme: it is on this machine, or at one of the
/// addresses in <c>TrustedProxies</c>; from elsewhere the headers count for nothing.
/// </summary>
internal sealed class ClientAddress : IStartupFilter
{
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var named = configuration.GetSection("TrustedProxies").GetChildren()
            .Select(address => IPAddress.Parse(address.Value!)).ToArray();
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            // Loopback is known from the start.
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var address in named)
            {
                forwarded.KnownProxies.Add(address);
            }
        });
        services.AddSingleton<IStartupFilter, ClientAddress>();
    }

    /// <summary>Before all else: everything that follows sees the client.</summary>
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseForwardedHeaders();
        next(app);
    };
}
