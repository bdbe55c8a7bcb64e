using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Technopark.Gateway.Edge;

/// <summary>A token bucket for each person who has signed in, from however many addresses they come.</summary>
internal static class PersonLimit
{
    public static void UsePersonLimit(this WebApplication app)
    {
        var limits = app.Services.GetRequiredService<IOptions<GatewayOptions>>().Value.RateLimit;
        var buckets = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            context.User.FindFirst("sub")?.Value is { } person && RateLimits.Counts(context, limits)
                ? RateLimitPartition.GetTokenBucketLimiter(person, _ => RateLimits.Bucket(limits.PersonPerSecond, limits.PersonBurst))
                : RateLimitPartition.GetNoLimiter(""));
        app.Lifetime.ApplicationStopped.Register(buckets.Dispose);
        app.Use((context, next) =>
        {
            using var lease = buckets.AttemptAcquire(context);
            if (lease.IsAcquired)
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            RateLimits.SayWhenToRetry(context, lease);
            return Task.CompletedTask;
        });
    }
}
