using System.Threading.RateLimiting;
using Technopark.Gateway.Proxy;

namespace Technopark.Gateway.Edge;

/// <summary>A token bucket for each signed-in person, from any address, and a limit of open streams.</summary>
internal static class UserRateLimiter
{
    public static void UsePersonLimit(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<IOptions<GatewayOptions>>().Value.RateLimit;
        var buckets = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            context.User.FindFirst("sub")?.Value is { } person && RateLimits.Counts(context, limits)
                ? RateLimits.Bucket(person, limits.PersonPerSecond, limits.PersonBurst)
                : RateLimitPartition.GetNoLimiter(""));
        var streams = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            context.User.FindFirst("sub")?.Value is { } person
                ? RateLimitPartition.GetConcurrencyLimiter(person, _ => new() { PermitLimit = limits.PersonStreams })
                : RateLimitPartition.GetNoLimiter(""));
        var both = PartitionedRateLimiter.CreateChained(buckets, streams);
        app.Lifetime.ApplicationStopped.Register(() =>
        {
            streams.Dispose();
            buckets.Dispose();
        });
        app.Use(async (context, next) =>
        {
            // Held until the answer has ended.
            using var lease = (ParkRoutes.IsLive(context) ? both : buckets).AttemptAcquire(context);
            if (lease.IsAcquired)
            {
                await next(context);
                return;
            }

            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            RateLimits.SayWhenToRetry(context, lease);
        });
    }
}
