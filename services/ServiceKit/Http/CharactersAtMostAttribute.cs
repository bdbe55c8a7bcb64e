using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Technopark.ServiceKit.Http;

/// <summary>Texts by name, names and texts together no longer than this: each may be long, not all of them.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CharactersAtMostAttribute(int atMost)
    : ValidationAttribute("Names and texts have {1} characters at most together.")
{
    public int AtMost { get; } = atMost;

    public override bool IsValid(object? value) => value is not IReadOnlyDictionary<string, string> texts
        || texts.Sum(text => (long)text.Key.Length + text.Value.Length) <= AtMost;

    public override string FormatErrorMessage(string name) =>
        string.Format(CultureInfo.InvariantCulture, ErrorMessageString, name, AtMost);
}
