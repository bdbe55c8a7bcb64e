using System.Buffers;

namespace Technopark.Identity.Kept;

/// <summary>How the address of something kept is read.</summary>
internal static class KeptPath
{
    private const int NameAtMost = KeptValue.NameAtMost;

    public const string One = "/{kind}/{name}";

    // The gateway lets none of them through in a path: whoever decodes twice would read another address.
    private static readonly SearchValues<char> Ambiguous = SearchValues.Create("/\\%;");

    /// <exception cref="ProblemException">400: nothing can be kept under such a name.</exception>
    public static string NameOf(string given)
    {
        if (!PlainText.IsIn(given))
        {
            throw ProblemException.Field("name", PlainText.Rule);
        }

        var name = PlainText.Clean(given);
        return name.Length is > 0 and <= NameAtMost && !name.AsSpan().ContainsAny(Ambiguous)
            ? name
            : throw ProblemException.Field(
                "name", $"A name has 1 to {NameAtMost} characters, none of them a slash, %, or a semicolon.");
    }
}
