namespace Technopark.Contracts.Tests;

public sealed class MoneyJsonTests
{
    private const string NotANumber = "An amount is a decimal number in a string, below 10^15.";
    private const string TooFine = "An amount has at most four decimals.";
    private const string NoCurrency = "A currency is an ISO 4217 code of three capital letters.";

    [Theory]
    [InlineData("0", "RUB", """{"amount":"0.0000","currency":"RUB"}""")]
    [InlineData("123.45", "RUB", """{"amount":"123.4500","currency":"RUB"}""")]
    [InlineData("-0.0001", "USD", """{"amount":"-0.0001","currency":"USD"}""")]
    [InlineData("999999999999999.9999", "EUR", """{"amount":"999999999999999.9999","currency":"EUR"}""")]
    public void It_is_written_with_four_decimals_and_reads_back_the_same(string amount, string currency, string json)
    {
        var money = new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), currency);
        Assert.Equal(json, JsonSerializer.Serialize(money, ContractJson.Options));
        Assert.Equal(money, Read(json));
    }

    [Fact]
    public void The_culture_of_the_machine_does_not_matter()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ru-RU");
        try
        {
            Assert.Equal("1234567.8900 RUB", Money.Roubles(1_234_567.89m).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("1", "1.0000")]
    [InlineData("1.500000", "1.5000")]
    public void Fewer_digits_or_trailing_zeros_are_the_same_amount(string amount, string written) =>
        Assert.Equal(written, Read($$"""{"amount":"{{amount}}","currency":"RUB"}""").AmountText);

    [Theory]
    [InlineData("1,5", NotANumber)]
    [InlineData("+1.5", NotANumber)]
    [InlineData("1.", NotANumber)]
    [InlineData(".5", NotANumber)]
    [InlineData("٥", NotANumber)]
    [InlineData("1e3", NotANumber)]
    [InlineData(" 1", NotANumber)]
    [InlineData("", NotANumber)]
    [InlineData("NaN", NotANumber)]
    [InlineData("1000000000000000", NotANumber)]
    [InlineData("-1000000000000000", NotANumber)]
    [InlineData("0.00000000000000000000000000000000001", NotANumber)]
    [InlineData("0.00001", TooFine)]
    [InlineData("1.23456", TooFine)]
    public void A_bad_amount_is_refused_and_says_why(string amount, string message) =>
        Assert.Equal(message, Refusal($$"""{"amount":"{{amount}}","currency":"RUB"}"""));

    [Theory]
    [InlineData("rub")]
    [InlineData("RU")]
    [InlineData("RUBL")]
    [InlineData("РУБ")]
    [InlineData("")]
    public void A_bad_currency_is_refused_and_says_why(string currency) =>
        Assert.Equal(NoCurrency, Refusal($$"""{"amount":"1","currency":"{{currency}}"}"""));

    [Theory]
    [InlineData("null", "Money is")]
    [InlineData("""{"amount":"1"}""", "currency")]
    [InlineData("""{"currency":"RUB"}""", "amount")]
    [InlineData("""{"amount":"1","currency":null}""", "currency")]
    [InlineData("""{"amount":null,"currency":"RUB"}""", "amount")]
    [InlineData("""{"amount":1,"currency":"RUB"}""", "amount")]
    [InlineData("""{"amount":"1","currency":"RUB","cents":5}""", "Look at: cents")]
    [InlineData("12.5", "two strings")]
    public void What_is_not_shaped_like_money_is_refused_and_names_the_culprit(string json, string named) =>
        Assert.Contains(named, Refusal(json), StringComparison.Ordinal);

    private static Money Read(string json) => JsonSerializer.Deserialize<Money>(json, ContractJson.Options);

    private static string Refusal(string json) => Assert.Throws<JsonException>(() => Read(json)).Message;
}
