using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;

namespace Technopark.ServiceDefaults;

/// <summary>The Russian of what the code says in English: a resource has it under the English words.</summary>
/// <param name="resource">Full name of the resource: <c>Technopark.Identity.Resources.Bilingual</c>.</param>
public sealed class RussianTexts(string resource, Assembly assembly)
{
    private static readonly CultureInfo Language = CultureInfo.GetCultureInfo("ru");

    private readonly ResourceManager _texts = new(resource, assembly);

    /// <param name="values">Of the places <c>{0}</c>, <c>{1}</c>.</param>
    /// <exception cref="MissingManifestResourceException">Nobody has translated it.</exception>
    public string InRussian(string english, params object[] values) => Format(
        _texts.GetString(english, Language)
            ?? throw new MissingManifestResourceException($"{resource} does not have: {english}"),
        values);

    /// <summary>English and Russian, with a slash between.</summary>
    /// <inheritdoc cref="InRussian"/>
    public string InBoth(string english, params object[] values) =>
        $"{Format(english, values)} / {InRussian(english, values)}";

    /// <summary>Every text with its Russian; none where there is no such resource.</summary>
    internal IEnumerable<(string English, string Russian)> All() =>
        _texts.GetResourceSet(Language, createIfNotExists: true, tryParents: false) is { } russian
            ? russian.Cast<DictionaryEntry>().Select(text => ((string)text.Key, (string)text.Value!)) : [];

    // Without values, braces are what they are.
    private static string Format(string text, object[] values) =>
        values.Length == 0 ? text : string.Format(CultureInfo.InvariantCulture, text, values);
}
