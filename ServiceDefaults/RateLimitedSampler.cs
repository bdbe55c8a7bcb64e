using System.Diagnostics;
using System.Threading.RateLimiting;
using OpenTelemetry.Trace;

namespace Technopark.ServiceDefaults;

/// <summary>
/// Begins a trace where somebody asks for something, not where a process looks whether there is work: a call to a
/// database or another service that belongs to no request and no message is dropped. Under load a sample is enough, and
/// tracing all of it would cost more than the work itself.
/// </summary>
/// <param name="perSecond">Traces that this process begins in a second at most.</param>
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
