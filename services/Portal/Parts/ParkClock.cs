namespace Technopark.Portal.Parts;

/// <summary>Times as the park's clocks show them, whatever the browser's zone.</summary>
internal sealed class ParkClock(IConfiguration configuration, TimeProvider clock)
{
    private readonly TimeZoneInfo _zone =
        TimeZoneInfo.FindSystemTimeZoneById(configuration["Park:TimeZone"] ?? "Europe/Moscow");

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);

    public DateOnly Today => DateOnly.FromDateTime(Local(clock.GetUtcNow()).DateTime);

    /// <summary>The instant at which the park's clocks show this; null where it is no time.</summary>
    public DateTimeOffset? Instant(string local) => DateTime.TryParse(
        local, System.Globalization.CultureInfo.InvariantCulture, out var time)
        ? new DateTimeOffset(time, _zone.GetUtcOffset(time)) : null;
}
