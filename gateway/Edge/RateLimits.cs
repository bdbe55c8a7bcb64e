using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Technopark.Gateway.Edge;

/// <summary>A token bucket for each address, and a smaller one for what may cost a password's hash.</summary>
internal static class RateLimits
{
    private const string Probe = "/health";
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    public static void AddRateLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<GatewayOptions>>((limiter, gateway) =>
        {
            var limits = gateway.Value.RateLimit;
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (rejected, _) =>
            {
                SayWhenToRetry(rejected.HttpContext, rejected.Lease);
                return ValueTask.CompletedTask;
            };
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(
                context => BucketOf(context, limits));
        });
    }

    /// <summary>False for this machine's own requests where the configuration sets them no limit.</summary>
    public static bool Counts(HttpContext context, RateLimitOptions limits) =>
        limits.LoopbackPerSecond > 0 || !IPAddress.IsLoopback(context.Connection.RemoteIpAddress ?? IPAddress.None);

    public static void SayWhenToRetry(HttpContext context, RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after.TotalSeconds : 0;
        context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait)).ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsAttempt(HttpRequest request) => HttpMethods.IsPost(request.Method)
        && request.Path.StartsWithSegments("/identity", StringComparison.OrdinalIgnoreCase);

    private static RateLimitPartition<string> BucketOf(HttpContext context, RateLimitOptions limits)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (context.Request.Path == Probe || !Counts(context, limits))
        {
            return RateLimitPartition.GetNoLimiter("unlimited");
        }

        return IPAddress.IsLoopback(address) ? Bucket("loopback", limits.LoopbackPerSecond, limits.LoopbackPerSecond)
            : IsAttempt(context.Request)
                ? Bucket($"identity {KeyOf(address)}", limits.AttemptsPerSecond, limits.AttemptsBurst)
            : Bucket(KeyOf(address), limits.PerSecond, limits.Burst);
    }

    /// <summary>One client has a whole /64 of IPv6 addresses to choose from: it is one bucket.</summary>
    private static string KeyOf(IPAddress address) => address.IsIPv4MappedToIPv6 ? address.MapToIPv4().ToString()
        : address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
        : address.ToString();

    public static RateLimitPartition<string> Bucket(string key, int perSecond, int burst)
    {
        // Below ten a second a tick of 100 ms would add less than one token.
        var period = perSecond < 10 ? TimeSpan.FromSeconds(1d / perSecond) : Tick;
        return RateLimitPartition.GetTokenBucketLimiter(key, _ => new()
        {
            TokenLimit = burst,
            ReplenishmentPeriod = period,
            TokensPerPeriod = Math.Max(1, (int)(perSecond * period.TotalSeconds)),
            QueueLimit = 0,
        });
    }
}
