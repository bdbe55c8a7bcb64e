namespace Technopark.ServiceKit.Tasks;

/// <summary>The moment at which somebody asks what waits, and the days as the park counts them.</summary>
/// <param name="Now">The instant, UTC.</param>
/// <param name="Zone">Where the park is: its days end at midnight there.</param>
public sealed record TaskMoment(DateTimeOffset Now, TimeZoneInfo Zone)
{
    public DateOnly Today { get; } = DayOf(Now, Zone);

    /// <summary>The day by which facts are dated: in UTC, see <see cref="Days"/>.</summary>
    public DateOnly LegalDay { get; } = DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>The day of an instant, so many days later; beyond the calendar it is its first or last.</summary>
    public DateOnly DayOf(DateTimeOffset instant, int daysLater)
    {
        var day = (long)DayOf(instant, Zone).DayNumber + daysLater;
        return DateOnly.FromDayNumber(
            (int)Math.Clamp(day, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
    }

    /// <summary>When a day begins, UTC.</summary>
    public DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    private static DateOnly DayOf(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
