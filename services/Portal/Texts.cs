using System.Globalization;
using System.Resources;

namespace Technopark.Portal;

/// <summary>What the portal says, in the language of the page: the files of <c>Texts</c> together.</summary>
public sealed class Texts
{
    private static readonly ResourceManager[] Files =
    [
        .. typeof(Texts).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("Technopark.Portal.Texts.", StringComparison.Ordinal))
            .Select(name => new ResourceManager(name[..^".resources".Length], typeof(Texts).Assembly)),
    ];

    /// <summary>The text; the key itself where there is none, so that it is seen.</summary>
    public string this[string key] => Find(key) ?? key;

    /// <summary>The text with values in their places, written as the language writes them.</summary>
    public string this[string key, params object?[] values] =>
        string.Format(CultureInfo.CurrentCulture, this[key], values);

    /// <summary>Null where there is none.</summary>
    public string? Find(string key) => Files
        .Select(file => file.GetString(key, CultureInfo.CurrentUICulture))
        .FirstOrDefault(text => text is not null);

    /// <summary>The word for one of a set: <c>CompanyStatus.Verified</c>.</summary>
    public string Of(Enum value) => this[$"{value.GetType().Name}.{value}"];
}
