using System.Diagnostics;
using System.Threading.RateLimiting;
using OpenTelemetry.Trace;

namespace Technopark.ServiceDefaults;

/// <summary>
/// Begins a trace where somebody asks for something, not where a process looks for work, and so many a second: tracing
/// all of it would cost more than the work itself.
/// </summary>
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
            ? SamplingDecision.RecordAndSample
            : SamplingDecision.Drop);

    public void Dispose() => _budget.Dispose();

    private bool IsAffordable()
    {
        using var lease = _budget.AttemptAcquire();
        return lease.IsAcquired;
    }
}
