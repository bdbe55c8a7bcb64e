using System.Collections;

namespace Technopark.ServiceDefaults;

/// <summary>Text as people write it, with lines and tabs and no other control characters.</summary>
public static class PlainText
{
    public const string Rule = "Control characters are not allowed.";

    public static bool IsIn(string? text) =>
        text is null || !text.Any(letter => char.IsControl(letter) && letter is not ('\n' or '\r' or '\t'));

    /// <param name="field">Its name in JSON.</param>
    /// <exception cref="JsonException">A text in it is not plain, or an item of a list is null.</exception>
    internal static void Require(string field, object? value)
    {
        switch (value)
        {
            case string text when !IsIn(text):
                throw new JsonException(Rule, field, null, null);
            case string:
                break;
            case IDictionary pairs:
                Require(field, pairs.Keys);
                Require(field, pairs.Values);
                break;
            case IEnumerable items:
                foreach (var item in items)
                {
                    if (item is null)
                    {
                        throw new JsonException("The value must not be null.", field, null, null);
                    }

                    Require(field, item as string);
                }

                break;
        }
    }
}
