using System.Globalization;
using System.Resources;

namespace Technopark.Clusters.Domain;

/// <summary>One thing that an active cluster needs.</summary>
/// <param name="Code">Short name in camelCase; its Russian stands under it in
/// <c>Resources/Criteria.ru.resx</c>.</param>
/// <param name="Required">At least so many.</param>
/// <param name="Actual">So many there are.</param>
internal sealed record Criterion(string Code, decimal Required, decimal Actual, string English)
{
    private static readonly CultureInfo RussianCulture = CultureInfo.GetCultureInfo("ru-RU");
    private static readonly ResourceManager Texts =
        new("Technopark.Clusters.Resources.Criteria", typeof(Criterion).Assembly);

    public bool Met => Actual >= Required;

    public string Russian => InRussian(Code, Required);

    /// <summary>What is required and what there is, in English and Russian.</summary>
    public string[] Lines => [$"{English}; now: {Text(Actual)}", InRussian("now", Russian, Actual)];

    public static string Text(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);

    public static string InRussian(string name, params object[] values) =>
        string.Format(RussianCulture, Texts.GetString(name, RussianCulture)!, values);
}
