using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Technopark.Contracts;

/// <summary>
/// An amount with at most four decimals and its ISO 4217 currency.
/// In JSON: <c>{"amount": "123.4500", "currency": "RUB"}</c>; the amount is a string, so that no reader takes it for a
/// floating point number.
/// </summary>
/// <param name="Amount">Units of the currency, |amount| &lt; 10^15.</param>
/// <param name="Currency">Three capital letters, for example RUB.</param>
[JsonConverter(typeof(MoneyConverter))]
public readonly record struct Money(decimal Amount, string Currency)
{
    /// <summary>The currency of the park's figures.</summary>
    public const string Rouble = "RUB";

    /// <summary>Every amount is below it: 10^15.</summary>
    public const decimal Limit = 1_000_000_000_000_000m;

    /// <summary>An amount in roubles.</summary>
    public static Money Roubles(decimal amount) => new(amount, Rouble);

    /// <summary>The amount as it stands in JSON: always four decimals, invariant culture.</summary>
    public string AmountText => Amount.ToString("0.0000", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => $"{AmountText} {Currency}";
}

/// <summary>
/// Reads and writes <see cref="Money"/>; what breaks its rules is a <see cref="JsonException"/> that says which.
/// </summary>
public sealed partial class MoneyConverter : JsonConverter<Money>
{
    private sealed record Shape(
        [property: JsonPropertyName("amount"), JsonRequired] string Amount,
        [property: JsonPropertyName("currency"), JsonRequired] string Currency);

    private const string Form = "Money is {\"amount\": \"123.45\", \"currency\": \"RUB\"}: two strings, nothing else.";

    private const string FormAt = Form + " Look at: {0}.";

    // Longer texts could carry decimals that System.Decimal rounds away before they are counted.
    private const int MaxLength = 28;

    private static readonly JsonSerializerOptions Strict = new()
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
    };

    /// <inheritdoc/>
    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var shape = ReadShape(ref reader) ?? throw new JsonException(Form);
        const NumberStyles style = NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;
        if (shape.Amount.Length > MaxLength || !Number().IsMatch(shape.Amount)
            || !decimal.TryParse(shape.Amount, style, CultureInfo.InvariantCulture, out var amount)
            || Math.Abs(amount) >= Money.Limit)
        {
            throw new JsonException("An amount is a decimal number in a string, below 10^15.");
        }

        if (decimal.Round(amount, 4) != amount)
        {
            throw new JsonException("An amount has at most four decimals.");
        }

        if (shape.Currency.Length != 3 || !shape.Currency.All(char.IsAsciiLetterUpper))
        {
            throw new JsonException("A currency is an ISO 4217 code of three capital letters.");
        }

        return new Money(amount, shape.Currency);
    }

    [GeneratedRegex(@"^-?[0-9]+(\.[0-9]+)?\z")]
    private static partial Regex Number();

    /// <summary>A fault inside is one of the whole: the reader then names the field that holds the money.</summary>
    private static Shape? ReadShape(ref Utf8JsonReader reader)
    {
        try
        {
            return JsonSerializer.Deserialize<Shape>(ref reader, Strict);
        }
        catch (JsonException e)
        {
            throw new JsonException(
                e.Path is null or "$" ? Form : FormAt.Replace("{0}", e.Path[2..], StringComparison.Ordinal));
        }
    }

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("amount", value.AmountText);
        writer.WriteString("currency", value.Currency);
        writer.WriteEndObject();
    }
}
