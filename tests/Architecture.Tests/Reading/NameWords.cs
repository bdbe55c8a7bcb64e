namespace Technopark.Architecture.Tests.Reading;

/// <summary>The words that a name is made of.</summary>
internal static partial class NameWords
{
    public static IEnumerable<string> Words(this string name) => Word().Matches(name).Select(word => word.Value);

    public static bool HasWord(this string name, string word) =>
        name.Words().Contains(word, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex("[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z])")]
    private static partial Regex Word();
}
