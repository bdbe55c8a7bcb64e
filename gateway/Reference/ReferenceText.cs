using System.Globalization;
using System.Resources;

namespace Technopark.Gateway.Reference;

/// <summary>
/// What the page over the API documents and each document in it is called, in both languages. English names are the
/// services' own; a service without a Russian name is shown by its English one.
/// </summary>
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
