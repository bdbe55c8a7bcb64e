using Technopark.ServiceKit.Tasks;

namespace Technopark.ServiceKit.Tests;

/// <summary>Days are those of the park's zone, and no instant is beyond them.</summary>
public sealed class TaskMomentTests
{
    private static readonly TaskMoment InMoscow = new(
        new DateTimeOffset(2026, 3, 31, 21, 30, 0, TimeSpan.Zero),
        TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));

    [Fact]
    public void A_day_begins_at_midnight_in_the_park()
    {
        Assert.Equal(new DateOnly(2026, 4, 1), InMoscow.Today);
        Assert.Equal(new DateOnly(2026, 3, 31), InMoscow.LegalDay);
        Assert.Equal(new DateOnly(2026, 4, 6), InMoscow.DayOf(InMoscow.Now, 5));
        Assert.Equal(
            new DateTimeOffset(2026, 3, 31, 21, 0, 0, TimeSpan.Zero), InMoscow.StartOf(new DateOnly(2026, 4, 1)));
    }

    [Fact]
    public void What_has_no_day_is_due_on_the_first_or_last()
    {
        Assert.Equal(DateOnly.MaxValue, InMoscow.DayOf(DateTimeOffset.MaxValue, 5));
        Assert.Equal(DateOnly.MinValue.AddDays(5), InMoscow.DayOf(DateTimeOffset.MinValue, 5));
    }
}
