using System.Globalization;
using System.Resources;

namespace Technopark.Identity.Shared;

/// <summary>
/// What is said to whoever runs the park or opens a file, whose language nobody knows: in English, as the code has it,
/// and in Russian, which the resources have by the English words.
/// </summary>
internal static class Bilingual
{
    private static readonly ResourceManager Texts =
        new("Technopark.Identity.Resources.Bilingual", typeof(Bilingual).Assembly);

    private static readonly CultureInfo Language = CultureInfo.GetCultureInfo("ru");

    public static string Of(string english, params object[] values) =>
        $"{Format(english, values)} / {Russian(english, values)}";

    public static string Russian(string english, params object[] values) => Format(
        Texts.GetString(english, Language) ?? throw new InvalidOperationException($"No Russian words for: {english}"),
        values);

    private static string Format(string text, object[] values) =>
        string.Format(CultureInfo.InvariantCulture, text, values);
}
