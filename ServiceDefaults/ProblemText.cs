using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Technopark.ServiceDefaults;

/// <summary>
/// What a refusal says to a person: English words, written as any text in the code is, and their values. The edge
/// chooses the language: the Russian stands under the English words in <c>Resources/Problems.ru.resx</c>, with
/// <c>{0}</c>, <c>{1}</c> for the values. In logs and exceptions it is English.
/// </summary>
[InterpolatedStringHandler]
public sealed partial class ProblemText
{
    private readonly StringBuilder _words = new();
    private readonly List<(object? Value, string? Form)> _values = [];

    /// <summary>For the compiler: it makes a text with values of <c>$"…"</c>.</summary>
    public ProblemText(int literalLength, int formattedCount)
    {
        _words.EnsureCapacity(literalLength + (3 * formattedCount));
        _values.EnsureCapacity(formattedCount);
    }

    private ProblemText(string english) => _words.Append(english);

    /// <summary>The English words, with <c>{0}</c> for the first value.</summary>
    public string Words => _words.ToString();

    public static implicit operator ProblemText(string english) => new(english);

    /// <summary>
    /// Of words that others have put together: a rule of the framework's, a name. They are known again by their form.
    /// </summary>
    public static ProblemText Of(string english) => new(english);

    public void AppendLiteral(string value) => _words.Append(value);

    public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

    public void AppendFormatted<T>(T value, string? format)
    {
        _words.Append(CultureInfo.InvariantCulture, $"{{{_values.Count}}}");
        _values.Add((value, format));
    }

    /// <summary>In English.</summary>
    public override string ToString() =>
        _values.Count == 0 ? Words : Fill(Words, at => InEnglish(_values[at].Value, _values[at].Form));

    /// <summary>In Russian; in English where nobody has translated it: half an answer is better than none.</summary>
    public string InRussian(RussianProblems russian)
    {
        if (_values.Count > 0)
        {
            return Fill(russian.Find(Words) ?? Words, at => russian.Say(_values[at].Value, _values[at].Form));
        }

        return russian.Find(Words) ?? russian.FindByForm(Words) ?? Words;
    }

    /// <summary>Puts values into their places. Other braces are what they are.</summary>
    internal static string Fill(string words, Func<int, string> value) => Place().Replace(
        words, place => value(int.Parse(place.ValueSpan[1..^1], CultureInfo.InvariantCulture)));

    [GeneratedRegex(@"\{[0-9]\}")]
    internal static partial Regex Place();

    private static string InEnglish(object? value, string? form) => value is IFormattable formattable
        ? formattable.ToString(form, CultureInfo.InvariantCulture) : value?.ToString() ?? "";
}
