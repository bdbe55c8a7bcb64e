namespace Technopark.Portal.Parts.Calendars;

/// <summary>Seven days from a Monday on.</summary>
public sealed record Week(DateOnly Monday)
{
    /// <summary>In the addresses of pages.</summary>
    public const string Name = "week";

    public Week Before => new(Monday.AddDays(-7));

    public Week After => new(Monday.AddDays(7));

    public DateOnly Sunday => Monday.AddDays(6);

    public string Text => Monday.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    public IEnumerable<DateOnly> Days => Enumerable.Range(0, 7).Select(Monday.AddDays);

    public static Week Of(DateOnly day) => new(day.AddDays(-(((int)day.DayOfWeek + 6) % 7)));

    /// <summary>The week with this day; null where it is none.</summary>
    public static Week? Find(string? day) => DateOnly.TryParse(
        day, System.Globalization.CultureInfo.InvariantCulture, out var date) && date.Year is > 1 and < 9999
        ? Of(date) : null;

    public bool Has(DateOnly day) => day >= Monday && day <= Sunday;
}

/// <summary>What happens at a time.</summary>
public sealed record CalendarEntry(DateTimeOffset From, DateTimeOffset To, string Text, Enum State, string Path);
