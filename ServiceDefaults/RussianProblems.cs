using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Technopark.ServiceDefaults;

/// <summary>The Russian of all that this process says in problems.</summary>
public sealed class RussianProblems(IEnumerable<RussianTexts> said)
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");

    private readonly Dictionary<string, string> _texts = said.SelectMany(texts => texts.All())
        .DistinctBy(text => text.English).ToDictionary(text => text.English, text => text.Russian);

    private (Regex English, string Russian)[]? _forms;

    /// <summary>What one assembly says, in its <c>Resources/Problems.ru.resx</c>.</summary>
    public static RussianProblems Of(Assembly assembly) => new([TextsOf(assembly)]);

    public static bool IsAskedFor(HttpRequest request) =>
        request.Headers.AcceptLanguage.ToString().StartsWith("ru", StringComparison.OrdinalIgnoreCase);

    public string? Find(string words) => _texts.GetValueOrDefault(words);

    /// <summary>Of a sentence that has its values already; null where none has its form.</summary>
    public string? FindByForm(string sentence)
    {
        _forms ??= [.. _texts.Where(text => ProblemText.Place().IsMatch(text.Key))
            .OrderByDescending(text => text.Key.Length).Select(text => (FormOf(text.Key), text.Value))];
        foreach (var (english, russian) in _forms)
        {
            if (english.Match(sentence) is { Success: true } match)
            {
                return ProblemText.Fill(russian, at => match.Groups[$"v{at}"].Value);
            }
        }

        return null;
    }

    public string Say(object? value, string? form) => value switch
    {
        ProblemText text => text.InRussian(this),
        IFormattable formattable => formattable.ToString(form, Russian),
        _ => value?.ToString() ?? "",
    };

    internal static RussianTexts TextsOf(Assembly assembly) =>
        new($"{assembly.GetName().Name}.Resources.Problems", assembly);

    private static Regex FormOf(string words)
    {
        var places = ProblemText.Place().Matches(words).Select(place => place.Value[1..^1]);
        var parts = ProblemText.Place().Split(words).Select(Regex.Escape);
        var pattern = parts.First() + string.Concat(
            places.Zip(parts.Skip(1), (place, part) => $"(?<v{place}>.*?){part}"));
        return new Regex($@"^{pattern}\z", RegexOptions.Singleline | RegexOptions.CultureInvariant);
    }
}

/// <summary>Where the Russian of problems stands.</summary>
public static class ProblemTexts
{
    /// <summary>Takes <c>Resources/Problems.ru.resx</c> of an assembly, where it has one.</summary>
    public static IServiceCollection AddProblemTexts(this IServiceCollection services, Assembly assembly) =>
        services.AddSingleton(RussianProblems.TextsOf(assembly));
}
