using System.Globalization;
using Technopark.Contracts;

namespace Technopark.Insights.Features.Timeline;

/// <summary>An event in one line, for a person.</summary>
internal sealed record Summary(string Ru, string En);

/// <summary>
/// Tells events in words. It is done when they are read, so that a better wording needs no rebuild and stored rows depend on events
/// alone.
/// </summary>
internal static class Summaries
{
    private static readonly CultureInfo Russian = CultureInfo.GetCultureInfo("ru-RU");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static Summary Of(IntegrationEvent message) =>
        RegistrySummaries.Of(message) ?? IncubationSummaries.Of(message) ?? InvestmentSummaries.Of(message) ?? PartnershipSummaries.Of(message)
        ?? new Summary(EventTypes.ShortNameOf(message.GetType()), EventTypes.ShortNameOf(message.GetType()));

    public static string Ru(Money money) => $"{money.Amount.ToString("#,##0.00##", Russian)} {money.Currency}";

    public static string En(Money money) => $"{money.Currency} {money.Amount.ToString("#,##0.00##", English)}";

    public static string Ru(DateOnly date) => date.ToString("dd.MM.yyyy", Russian);

    public static string En(DateOnly date) => date.ToString("d MMMM yyyy", English);

    public static string Ru(DateTimeOffset instant) => instant.UtcDateTime.ToString("dd.MM.yyyy HH:mm 'UTC'", Russian);

    public static string En(DateTimeOffset instant) => instant.UtcDateTime.ToString("d MMMM yyyy HH:mm 'UTC'", English);
}
