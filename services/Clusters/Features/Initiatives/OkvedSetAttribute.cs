using System.Text.RegularExpressions;

namespace Technopark.Clusters.Features.Initiatives;

/// <summary>One to fifty OKVED2 codes of any level.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed partial class OkvedSetAttribute()
    : ValidationAttribute("Give 1 to 50 OKVED2 codes; one looks like 62, 62.01 or 62.01.1.")
{
    public const int CodesAtMost = 50;

    public override bool IsValid(object? value) =>
        value is IReadOnlyList<string> { Count: > 0 and <= CodesAtMost } codes
        && codes.All(code => code is not null && Code().IsMatch(code));

    [GeneratedRegex(@"^[0-9]{2}(\.[0-9]{1,2}(\.[0-9]{1,2})?)?\z")]
    private static partial Regex Code();
}
