using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Technopark.Gateway.Edge;

/// <summary>Believes X-Forwarded-For and -Proto from the configured proxies, and from nobody else.</summary>
internal static class TrustedProxies
{
    public static void AddForwardedFrom(this WebApplicationBuilder builder)
    {
        var named = builder.Configuration.GetGatewayOptions().TrustedProxies;
        builder.Services.Configure<ForwardedHeadersOptions>(options =>
        {
            var trusted = named.Select(IPAddress.Parse).ToArray();
            options.KnownIPNetworks.Clear();
            options.KnownProxies.Clear();
            options.ForwardedHeaders = trusted.Length == 0 ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            Array.ForEach(trusted, options.KnownProxies.Add);
        });
    }
}
