using System.ComponentModel.DataAnnotations;

namespace Technopark.ServiceKit.Tasks;

/// <summary>When what waits is due. An operator sets other figures in the section <c>Tasks</c>.</summary>
internal sealed class TaskOptions : IValidatableObject
{
    private const int DaysAtMost = 3650;

    /// <summary>IANA name of the zone whose days are counted (assumed).</summary>
    public string TimeZone { get; init; } = "Europe/Moscow";

    /// <summary>Days until it is due, by code of the rule; the rule's own where none are given.</summary>
    public Dictionary<string, int> Days { get; init; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(TimeZone, out _))
        {
            yield return new ValidationResult($"Tasks:TimeZone: there is no zone '{TimeZone}'.");
        }

        foreach (var (code, days) in Days.Where(rule => rule.Value is < 0 or > DaysAtMost))
        {
            yield return new ValidationResult($"Tasks:Days:{code}: 0 to {DaysAtMost}, not {days}.");
        }
    }
}
