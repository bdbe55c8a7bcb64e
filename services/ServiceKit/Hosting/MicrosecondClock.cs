namespace Technopark.ServiceKit.Hosting;

/// <summary>
/// The system's clock in whole microseconds, as PostgreSQL keeps them: what a 201 says is what a GET says later.
/// </summary>
internal sealed class MicrosecondClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow()
    {
        var now = base.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
