namespace Technopark.ServiceDefaults;

/// <summary>What every program says to whoever runs it; the Russian stands in <c>Russian.resx</c>.</summary>
public static class Texts
{
    private static readonly RussianTexts Russian = new("Technopark.ServiceDefaults.Russian", typeof(Texts).Assembly);

    /// <inheritdoc cref="RussianTexts.InRussian"/>
    public static string InRussian(string english) => Russian.InRussian(english);

    /// <inheritdoc cref="RussianTexts.InBoth"/>
    public static string InBoth(string english, params object[] values) => Russian.InBoth(english, values);
}
