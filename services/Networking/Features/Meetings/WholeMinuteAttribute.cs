namespace Technopark.Networking.Features.Meetings;

/// <summary>An instant of this century on a whole minute.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WholeMinuteAttribute()
    : ValidationAttribute("A meeting begins on a whole minute of the years 2000 to 2099.")
{
    public override bool IsValid(object? value) =>
        value is DateTimeOffset instant && instant.UtcDateTime.Year is >= 2000 and < 2100
        && instant.Ticks % TimeSpan.TicksPerMinute == 0;
}
