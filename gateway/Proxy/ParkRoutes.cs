using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.LoadBalancing;
using Yarp.ReverseProxy.Model;
using Yarp.ReverseProxy.Transforms;

namespace Technopark.Gateway.Proxy;

/// <summary>What the gateway forwards, and nothing else: the public API of each centre, its document, and the portal's pages.</summary>
internal static class ParkRoutes
{
    public const string Portal = "portal";
    public const string LiveCluster = "insights-live";
    private const int Last = 1000;

    private static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"];

    public static IReadOnlyList<RouteConfig> Routes() =>
    [
        .. Centre.All.Select(centre => Route($"{centre.Name}-api", centre.Name, $"/api/{centre.Name}/v1/{{**path}}", Methods).WithoutCookies()),
        .. Centre.All.Select(centre => Route($"{centre.Name}-document", centre.Name, centre.Document, ["GET", "HEAD"])
            .WithoutCookies().WithTransformPathSet("/openapi/v1.json")),
        Route("insights-live", LiveCluster, "/api/insights/v1/headline/stream", ["GET"]).WithoutCookies() with { Order = -1 },
        // Its links are those of the address that people see.
        Route("sign-in", "identity", "/identity/{**path}", ["GET", "HEAD", "POST"]).WithTransformUseOriginalHostHeader(),
        Route("portal", Portal, "/{**path}", Methods) with { Order = Last },
    ];

    public static IReadOnlyList<ClusterConfig> Clusters(IConfiguration configuration, TimeSpan timeout) =>
    [
        .. Centre.All.Select(centre => centre.Name).Append(Portal).Select(name => Cluster(name, name, configuration, timeout)),
        // A stream may be silent for as long as nothing happens in the park.
        Cluster(LiveCluster, "insights", configuration, System.Threading.Timeout.InfiniteTimeSpan),
    ];

    /// <summary>True where the request is led to a stream, which stays open.</summary>
    public static bool IsLive(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<RouteModel>()?.Config.ClusterId == LiveCluster;

    private static RouteConfig Route(string id, string cluster, string path, string[] methods) => new()
    {
        RouteId = id,
        ClusterId = cluster,
        Match = new() { Path = path, Methods = methods },
    };

    private static RouteConfig WithoutCookies(this RouteConfig route) => route.WithTransformRequestHeaderRemove("Cookie");

    private static ClusterConfig Cluster(string id, string service, IConfiguration configuration, TimeSpan timeout) => new()
    {
        ClusterId = id,
        Destinations = Addresses(configuration, service).ToDictionary(
            address => address.Key, address => new DestinationConfig { Address = address.Value! }),
        LoadBalancingPolicy = LoadBalancingPolicies.PowerOfTwoChoices,
        HealthCheck = new()
        {
            Passive = new() { Enabled = true, Policy = "TransportFailureRate", ReactivationPeriod = TimeSpan.FromSeconds(2) },
            AvailableDestinationsPolicy = "HealthyOrPanic",
        },
        HttpClient = new() { EnableMultipleHttp2Connections = true },
        HttpRequest = new ForwarderRequestConfig { ActivityTimeout = timeout },
    };

    private static IEnumerable<KeyValuePair<string, string?>> Addresses(IConfiguration configuration, string service) =>
        configuration.GetSection($"services:{service}:http").GetChildren()
            .Where(address => !string.IsNullOrEmpty(address.Value))
            .Select(address => KeyValuePair.Create(address.Key, address.Value));
}
