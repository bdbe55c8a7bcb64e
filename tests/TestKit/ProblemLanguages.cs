using System.Text.RegularExpressions;

namespace Technopark.TestKit;

/// <summary>A problem in English beside the same one in Russian.</summary>
public static partial class ProblemLanguages
{
    /// <summary>What a person reads: title, detail, each rule.</summary>
    public static IEnumerable<string> TextsOf(JsonElement problem) =>
    [
        .. ((string[])["title", "detail"]).Where(name => problem.TryGetProperty(name, out _))
            .Select(name => problem.GetProperty(name).GetString()!),
        .. ErrorsOf(problem).SelectMany(field => field.Value.EnumerateArray()).Select(rule => rule.GetString()!),
    ];

    /// <summary>Where the second says something else than the first, or not in its language.</summary>
    public static IEnumerable<string> Differences(JsonElement english, JsonElement russian)
    {
        var (said, twins) = (TextsOf(english).ToArray(), TextsOf(russian).ToArray());
        if (ShapeOf(english) != ShapeOf(russian) || said.Length != twins.Length)
        {
            return [$"in Russian it is {russian}"];
        }

        return said.Where(text => Cyrillic().IsMatch(text)).Concat(twins.Where(text => !IsRussian(text)))
            .Select(text => $"not in its language: {text}");
    }

    private static string ShapeOf(JsonElement problem) =>
        $"{problem.GetProperty("type")} {string.Join(',', ErrorsOf(problem).Select(field => field.Name))}";

    private static JsonElement.ObjectEnumerator ErrorsOf(JsonElement problem) =>
        problem.TryGetProperty("errors", out var errors) ? errors.EnumerateObject() : default;

    private static bool IsRussian(string text) => Cyrillic().IsMatch(text) && !English().IsMatch(text);

    [GeneratedRegex("[А-Яа-яЁё]")]
    private static partial Regex Cyrillic();

    // Names of fields, codes and values are not of any language; no sentence is without one of these.
    [GeneratedRegex(
        @"\b(the|is|are|was|be|an|of|not|and|or|has|to|with|it|in|at|must|no|than|for|that|this)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex English();
}
