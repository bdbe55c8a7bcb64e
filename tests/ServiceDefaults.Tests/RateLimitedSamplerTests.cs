using System.Diagnostics;
using OpenTelemetry.Trace;

namespace Technopark.ServiceDefaults.Tests;

public sealed class RateLimitedSamplerTests
{
    [Fact]
    public void So_many_traces_begin_and_no_more()
    {
        using var sampler = new RateLimitedSampler(perSecond: 3);
        Assert.Equal(3, Enumerable.Range(0, 10).Count(_ => Begins(sampler, ActivityKind.Server)));
    }

    [Fact]
    public void Looking_for_work_begins_none_and_uses_none_up()
    {
        using var sampler = new RateLimitedSampler(perSecond: 1);
        Assert.DoesNotContain(Enumerable.Range(0, 10), _ => Begins(sampler, ActivityKind.Client));
        Assert.True(Begins(sampler, ActivityKind.Server));
    }

    private static bool Begins(RateLimitedSampler sampler, ActivityKind kind) => sampler.ShouldSample(
        new SamplingParameters(default, ActivityTraceId.CreateRandom(), "work",
            kind)).Decision == SamplingDecision.RecordAndSample;
}
