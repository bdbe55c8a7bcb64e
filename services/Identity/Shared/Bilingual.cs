namespace Technopark.Identity.Shared;

/// <summary>
/// What is said to whoever runs the park or opens a file, whose language nobody knows; the Russian stands in
/// <c>Resources/Bilingual.ru.resx</c>.
/// </summary>
internal static class Bilingual
{
    private static readonly RussianTexts Texts =
        new("Technopark.Identity.Resources.Bilingual", typeof(Bilingual).Assembly);

    public static string Of(string english, params object[] values) => Texts.InBoth(english, values);

    public static string Russian(string english) => Texts.InRussian(english);
}
