using System.Buffers;
using System.Globalization;
using System.Text;

namespace Technopark.ServiceDefaults;

/// <summary>Text as people write and see it: with lines and tabs, and nothing else that cannot be seen.</summary>
public static class PlainText
{
    public static readonly ProblemText Rule =
        "Control characters and invisible ones (zero width, direction of writing) are not allowed.";

    // Letters and symbols by their category, blank on every screen.
    private static readonly HashSet<int> Blank = [0x034F, 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0];

    public static bool IsIn(string? text)
    {
        var before = default(Rune);
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            if (Rune.DecodeFromUtf16(rest, out var letter, out var length) != OperationStatus.Done
                || (IsUnseen(letter) && !JoinsEmoji(letter, before)))
            {
                return false;
            }

            before = letter;
            rest = rest[length..];
        }

        return true;
    }

    /// <summary>The same text without spaces around it, each letter in its one form (NFC).</summary>
    public static string Clean(string text) => text.Trim().Normalize();

    /// <summary>One picture made of several: a family, a profession.</summary>
    private static bool JoinsEmoji(Rune letter, Rune before) => letter.Value == 0x200D && (before.Value == 0xFE0F
        || Rune.GetUnicodeCategory(before) is UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol);

    private static bool IsUnseen(Rune letter) => Rune.GetUnicodeCategory(letter) switch
    {
        UnicodeCategory.Control => letter.Value is not ('\n' or '\r' or '\t'),
        UnicodeCategory.Format => true,
        _ => Blank.Contains(letter.Value),
    };
}
