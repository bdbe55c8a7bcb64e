using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.LoadBalancing;
using Yarp.ReverseProxy.Model;
using Yarp.ReverseProxy.Transforms;

namespace Technopark.Gateway.Proxy;

/// <summary>All that the gateway forwards: API and document of each service, and the portal's pages.</summary>
internal static class ParkRoutes
{
    public const string Portal = "portal";

    /// <summary>Setting with the names of the centres, in the order in which people meet them.</summary>
    public const string Centres = "Park:Centres";

    private const string Identity = "identity";
    private const string Live = "-live";

    // What is read at an address that ends so is a stream, in every service.
    private const string Stream = "path:regex((^|/)stream/?$)";
    private const int First = -1;
    private const int Last = 1000;

    private static readonly string[] Read = ["GET", "HEAD"];
    private static readonly string[] All = [.. Read, "POST", "PUT", "PATCH", "DELETE"];

    /// <summary>Names of the services with a public API, each under <c>/api/{name}/v1</c>.</summary>
    public static IEnumerable<string> Services(IConfiguration configuration) =>
        (configuration.GetSection(Centres).Get<string[]>() ?? []).Append(Identity);

    /// <summary>Where the gateway shows a service's OpenAPI document.</summary>
    public static string DocumentOf(string service) => $"/openapi/{service}.v1.json";

    public static IReadOnlyList<RouteConfig> Routes(IConfiguration configuration) =>
    [
        .. Services(configuration).SelectMany(RoutesOf),
        // Its links are those of the address that people see.
        Route("sign-in", Identity, "/identity/{**path}", [.. Read, "POST"]).WithTransformUseOriginalHostHeader(),
        Route(Portal, Portal, "/{**path}", All) with { Order = Last },
    ];

    public static IReadOnlyList<ClusterConfig> Upstreams(IConfiguration configuration)
    {
        var timeout = configuration.GetGatewayOptions().Timeout;
        return
        [
            Cluster(Portal, Portal, timeout),
            .. Services(configuration).SelectMany<string, ClusterConfig>(service =>
            [
                Cluster(service, service, timeout),
                // A stream may be silent for as long as nothing happens in the park.
                Cluster(service + Live, service, Timeout.InfiniteTimeSpan),
            ]),
        ];

        ClusterConfig Cluster(string id, string service, TimeSpan silence) => new()
        {
            ClusterId = id,
            Destinations = configuration.GetSection($"services:{service}:http").GetChildren()
                .Where(address => !string.IsNullOrEmpty(address.Value))
                .ToDictionary(address => address.Key, address => new DestinationConfig { Address = address.Value! }),
            LoadBalancingPolicy = LoadBalancingPolicies.PowerOfTwoChoices,
            HealthCheck = new()
            {
                Passive = new()
                {
                    Enabled = true,
                    Policy = "TransportFailureRate",
                    ReactivationPeriod = TimeSpan.FromSeconds(2),
                },
                AvailableDestinationsPolicy = "HealthyOrPanic",
            },
            HttpClient = new() { EnableMultipleHttp2Connections = true },
            HttpRequest = new ForwarderRequestConfig { ActivityTimeout = silence },
        };
    }

    /// <summary>True where the request is led to a stream, which stays open.</summary>
    public static bool IsLive(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RouteModel>() is { } route
        && route.Config.RouteId.EndsWith(Live, StringComparison.Ordinal);

    private static IEnumerable<RouteConfig> RoutesOf(string service)
    {
        var api = $"/api/{service}/v1";
        RouteConfig[] routes =
        [
            Route($"{service}-api", service, $"{api}/{{**path}}", All),
            Route(service + Live, service + Live, $"{api}/{{**{Stream}}}", ["GET"]) with { Order = First },
            Route($"{service}-document", service, DocumentOf(service), Read).WithTransformPathSet("/openapi/v1.json"),
        ];
        return routes.Select(route => route.WithTransformRequestHeaderRemove("Cookie"));
    }

    private static RouteConfig Route(string id, string cluster, string path, string[] methods) => new()
    {
        RouteId = id,
        ClusterId = cluster,
        Match = new() { Path = path, Methods = methods },
    };
}
