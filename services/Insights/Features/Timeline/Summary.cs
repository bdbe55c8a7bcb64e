using System.Globalization;
using System.Resources;

namespace Technopark.Insights.Features.Timeline;

/// <summary>An event in one line, for a person.</summary>
internal sealed record Summary(string Ru, string En);

/// <summary>
/// Puts events into words. This is done when they are read, so that a better wording needs no rebuild and stored rows
/// depend on events alone. The code has the English; <c>Resources/Timeline.ru.resx</c> has the Russian under the
/// English sentence.
/// </summary>
internal static class Summaries
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly ResourceSet? Texts =
        new ResourceManager("Technopark.Insights.Resources.Timeline", typeof(Summaries).Assembly)
            .GetResourceSet(CultureInfo.GetCultureInfo("ru"), createIfNotExists: true, tryParents: false);

    public static Summary Of(IntegrationEvent message)
    {
        var name = EventTypes.ShortNameOf(message.GetType());
        return Sentences.Of(message) is not { } sentence
            ? new Summary(name, name)
            : new Summary(
                Write(Texts?.GetString(sentence.Format) ?? sentence.Format, sentence, Russian),
                Write(sentence.Format, sentence, English));
    }

    private static string Write(string format, FormattableString sentence, CultureInfo culture) =>
        string.Format(culture, format, Array.ConvertAll(sentence.GetArguments(), value => Write(value, culture)));

    private static string? Write(object? value, CultureInfo culture) => value switch
    {
        Money money when culture == Russian => $"{Number(money, culture)} {money.Currency}",
        Money money => $"{money.Currency} {Number(money, culture)}",
        DateOnly date => date.ToString(DateFormat(culture), culture),
        DateTimeOffset instant => instant.UtcDateTime.ToString($"{DateFormat(culture)} HH:mm 'UTC'", culture),
        _ => Convert.ToString(value, culture),
    };

    private static string Number(Money money, CultureInfo culture) => money.Amount.ToString("#,##0.00##", culture);

    private static string DateFormat(CultureInfo culture) => culture == Russian ? "dd.MM.yyyy" : "d MMMM yyyy";
}
