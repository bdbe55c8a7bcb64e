using System.Diagnostics;
using System.Threading.RateLimiting;
using OpenTelemetry.Trace;

namespace Technopark.ServiceDefaults;

/// <summary>Begins so many traces a second, for what somebody asks and not where a process looks for work.</summary>
internal sealed class RateLimitedSampler(int perSecond) : Sampler, IDisposable
{
    private readonly TokenBucketRateLimiter _budget = new(new TokenBucketRateLimiterOptions
    {
        TokenLimit = perSecond,
        TokensPerPeriod = perSecond,
        ReplenishmentPeriod = TimeSpan.FromSeconds(1),
    });

    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        new(samplingParameters.Kind != ActivityKind.Client && IsAffordable()
            ? SamplingDecision.RecordAndSample : SamplingDecision.Drop);

    public void Dispose() => _budget.Dispose();

    private bool IsAffordable()
    {
        using var lease = _budget.AttemptAcquire();
        return lease.IsAcquired;
    }
}
