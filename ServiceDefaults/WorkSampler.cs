using System.Diagnostics;
using OpenTelemetry.Trace;

namespace Technopark.ServiceDefaults;

/// <summary>Begins a trace where somebody asks for something, not where a process looks whether there is work:
/// a call to a database or another service that belongs to no request and no message is dropped.</summary>
internal sealed class WorkSampler : Sampler
{
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters) =>
        new(samplingParameters.Kind == ActivityKind.Client ? SamplingDecision.Drop : SamplingDecision.RecordAndSample);
}
