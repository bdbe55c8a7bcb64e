using System.Text.Json.Serialization;

namespace Technopark.ServiceKit.Http;

/// <summary>
/// Money that comes in is in a currency of ISO 4217 and has no more decimals than it: nobody could pay the rest. Events
/// and rows are read without this rule, for sums kept before it stay what they are.
/// </summary>
internal sealed class IncomingMoney : JsonConverter<Money>
{
    private static readonly MoneyConverter Form = new();

    public override Money Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var money = Form.Read(ref reader, typeToConvert, options);
        var decimals = Currencies.DecimalsOf(money.Currency)
            ?? throw new BrokenRuleException($"{money.Currency} is no currency of ISO 4217.");
        return decimal.Round(money.Amount, decimals) == money.Amount
            ? money : throw new BrokenRuleException($"An amount in {money.Currency} has at most {decimals} decimals.");
    }

    public override void Write(Utf8JsonWriter writer, Money value, JsonSerializerOptions options) =>
        Form.Write(writer, value, options);
}
