using System.Globalization;
using System.Resources;

namespace Technopark.ServiceDefaults;

/// <summary>The Russian of what the code says in English; it stands in <c>Russian.resx</c> under the English.</summary>
public static class Texts
{
    private static readonly ResourceManager Russian = new("Technopark.ServiceDefaults.Russian", typeof(Texts).Assembly);

    /// <exception cref="MissingManifestResourceException">Nobody has translated it.</exception>
    public static string InRussian(string english) => Russian.GetString(english, CultureInfo.InvariantCulture)
        ?? throw new MissingManifestResourceException($"Russian.resx does not have: {english}");

    /// <summary>English and Russian, with a slash between.</summary>
    /// <param name="values">Of the places <c>{0}</c>, <c>{1}</c> in both.</param>
    public static string InBoth(string english, params object[] values)
    {
        var both = $"{english} / {InRussian(english)}";
        return values.Length == 0 ? both : string.Format(CultureInfo.InvariantCulture, both, values);
    }
}
