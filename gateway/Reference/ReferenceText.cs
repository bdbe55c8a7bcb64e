using System.Globalization;
using System.Resources;

namespace Technopark.Gateway.Reference;

/// <summary>The names of the reference and of each document in it, in both languages where there are two.</summary>
internal static class ReferenceText
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru");

    private static readonly ResourceManager Texts =
        new("Technopark.Gateway.Resources.ReferenceText", typeof(ReferenceText).Assembly);

    public static string TitleOf(string service) =>
        InBothLanguages(service, CultureInfo.InvariantCulture.TextInfo.ToTitleCase(service));

    public static string InBothLanguages(string key, string? english = null)
    {
        english ??= Texts.GetString(key, CultureInfo.InvariantCulture);
        return Texts.GetString(key, Russian) is { } russian ? $"{russian} · {english}" : english!;
    }
}
