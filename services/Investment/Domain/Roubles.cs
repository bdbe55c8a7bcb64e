namespace Technopark.Investment.Domain;

/// <summary>What a payment is in roubles.</summary>
internal static class Roubles
{
    /// <summary>Decimals of a rate at most: with amounts below 10^15 every product is exact in a decimal.</summary>
    public const int RateDecimals = 8;

    private const int Kopecks = 2;

    /// <summary>The amount in roubles to the kopeck, half a kopeck away from zero.</summary>
    /// <exception cref="DomainException">400: a rate is missing, not wanted or too fine; roubles are not in whole
    /// kopecks.</exception>
    public static Money Of(Money paid, ExchangeRate? fx)
    {
        if (paid.Currency == Money.Rouble)
        {
            return fx is not null ? throw DomainException.Field("fx", "Roubles have no exchange rate.")
                : decimal.Round(paid.Amount, Kopecks) != paid.Amount
                    ? throw DomainException.Field("amount", "Roubles are paid in whole kopecks.")
                : paid;
        }

        if (fx is null)
        {
            throw DomainException.Field(
                "fx", $"A payment in {paid.Currency} needs the rate of the day: rate, date and source.");
        }

        if (decimal.Round(fx.Rate, RateDecimals) != fx.Rate)
        {
            throw DomainException.Field("fx.rate", $"A rate has at most {RateDecimals} decimals.");
        }

        return decimal.Round(paid.Amount * fx.Rate, Kopecks, MidpointRounding.AwayFromZero) switch
        {
            0 => throw DomainException.Field("amount", "The payment comes to less than a kopeck."),
            >= Money.Limit => throw DomainException.Field("amount", "The payment comes to 10^15 roubles or more."),
            var roubles => Money.Roubles(roubles),
        };
    }
}
