namespace Technopark.Clusters.Features.Initiatives;

/// <summary>Full-time equivalents, to a hundredth.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class FteAttribute()
    : ValidationAttribute("Full-time equivalents are a number from 0 to 10000 with two decimals at most.")
{
    private const decimal AtMost = 10_000;

    public override bool IsValid(object? value) =>
        value is not decimal fte || (fte is >= 0 and <= AtMost && decimal.Round(fte, 2) == fte);
}
