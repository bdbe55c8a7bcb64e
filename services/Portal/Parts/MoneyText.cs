
namespace Technopark.Portal.Parts;

/// <summary>Money as people read it.</summary>
internal static class MoneyText
{
    private const decimal Million = 1_000_000m;
    private const decimal Billion = 1_000_000_000m;

    /// <summary>A large amount in three digits or so, with the word for its size.</summary>
    public static string Short(this Texts text, Money money) => Math.Abs(money.Amount) switch
    {
        >= Billion => text["Billions", money.Amount / Billion, Sign(money.Currency)],
        >= Million => text["Millions", money.Amount / Million, Sign(money.Currency)],
        _ => text.Exact(money),
    };

    /// <summary>To the kopeck.</summary>
    public static string Exact(this Texts text, Money money) =>
        text[money.Currency == Money.Rouble ? "Exact" : "Exact.Code", money.Amount, Sign(money.Currency)];

    private static string Sign(string currency) => currency == Money.Rouble ? "₽" : currency;
}
