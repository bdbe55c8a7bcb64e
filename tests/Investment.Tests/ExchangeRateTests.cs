using Technopark.ServiceKit.Domain;
using static Technopark.Investment.Tests.InvestmentFixture;

namespace Technopark.Investment.Tests;

public sealed class ExchangeRateTests(InvestmentFixture investment)
{
    [Theory]
    [InlineData("1", "91.234", "91.23")]
    [InlineData("1", "91.235", "91.24")]
    [InlineData("1", "91.225", "91.23")]
    [InlineData("1", "91.2249999", "91.22")]
    [InlineData("3", "0.005", "0.02")]
    [InlineData("0.0001", "50", "0.01")]
    [InlineData("100000.5", "91.23456789", "9123502.41")]
    [InlineData("0.0001", "99999999.99999999", "10000.00")]
    [InlineData("999999999999999.9999", "0.99999999", "999999990000000.00")]
    [InlineData("123456789012.3456", "1234.12345678", "152360919218875.07")]
    public void Roubles_are_rounded_to_the_kopeck_half_away_from_zero(string amount, string rate, string roubles) =>
        Assert.Equal(Number(roubles), Roubles.Of(new(Number(amount), "USD"), Rate(rate)).Amount);

    [Theory]
    [InlineData("1", "91.123456789", "fx.rate")]
    [InlineData("0.0001", "1", "amount")]
    [InlineData("999999999999999", "91", "amount")]
    public void What_cannot_be_told_in_roubles_is_refused(string amount, string rate, string field) =>
        Assert.Contains(
            field,
            Assert.Throws<DomainException>(() => Roubles.Of(new(Number(amount), "USD"), Rate(rate))).Errors!.Keys);

    [Fact]
    public async Task A_foreign_tranche_freezes_its_rate()
    {
        var commitment = await investment.CommitAsync("1000", "USD");
        var tranche = await investment.Api.CreateAsync(
            $"{commitment.Path}/tranches", Tranche("100.50", "USD", InvestmentFixture.Rate("91.23455")));
        Assert.Equal(("100.5000 USD", "9169.0700 RUB"), (tranche.Sum("amount"), tranche.Sum("rubAmount")));
        var fx = tranche.Body.GetProperty("fx");
        Assert.Equal(
            ("91.23455", Day(-1), "Банк России"),
            (
                fx.GetProperty("rate").GetString(), fx.GetProperty("date").GetString(),
                fx.GetProperty("source").GetString()));
        Assert.Equal(tranche.Body.ToString(), (await investment.NowAsync(tranche)).Body.ToString());
        var said = Assert.Single(await investment.SaidAsync(tranche.Id)).Data;
        Assert.Equal(91.23455m, said.GetProperty("fx").GetProperty("rate").GetDecimal());
        Assert.Equal("9169.0700", said.GetProperty("rubAmount").GetProperty("amount").GetString());
        Assert.Equal("100.5000 USD", (await investment.RoundOfAsync(commitment)).Sum("paid"));
    }

    [Fact]
    public async Task A_rate_may_be_a_number_or_a_string()
    {
        var commitment = await investment.CommitAsync("1000", "EUR");
        var tranche = await investment.Api.CreateAsync(
            $"{commitment.Path}/tranches", Tranche(
                "1", "EUR", new { rate = 100.1234m, date = Day(-3), source = "ЦБ" }));
        Assert.Equal("100.1200 RUB", tranche.Sum("rubAmount"));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static ExchangeRate Rate(string rate) => new(Number(rate), new DateOnly(2024, 2, 8), "Банк России");
}
