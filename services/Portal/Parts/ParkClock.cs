namespace Technopark.Portal.Parts;

/// <summary>Times as the park's clocks show them, whatever the browser's zone.</summary>
public sealed class ParkClock(IConfiguration configuration, TimeProvider clock)
{
    private readonly TimeZoneInfo _zone =
        TimeZoneInfo.FindSystemTimeZoneById(configuration["Park:TimeZone"] ?? "Europe/Moscow");

    /// <summary>Which clocks those are: the zone and how far it is from UTC now.</summary>
    public string Zone => _zone.GetUtcOffset(clock.GetUtcNow()) is var offset && offset < TimeSpan.Zero
        ? $@"{_zone.Id}, UTC−{offset:h\:mm}" : $@"{_zone.Id}, UTC+{offset:h\:mm}";

    public DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, _zone);

    public DateOnly Today => DayOf(clock.GetUtcNow());

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at).DateTime);

    /// <summary>The instant at which the park's clocks show this; null where it is no time.</summary>
    public DateTimeOffset? Instant(string local) => DateTime.TryParse(
        local, System.Globalization.CultureInfo.InvariantCulture, out var time) && time.Year is > 1 and < 9999
        ? new DateTimeOffset(time, _zone.GetUtcOffset(time)) : null;
}
