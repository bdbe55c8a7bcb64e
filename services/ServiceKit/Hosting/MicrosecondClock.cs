namespace Technopark.ServiceKit.Hosting;

/// <summary>The clock in whole microseconds, as PostgreSQL keeps them: a GET says what the 201 said.</summary>
internal sealed class MicrosecondClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow()
    {
        var now = base.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
