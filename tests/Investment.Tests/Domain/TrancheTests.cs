namespace Technopark.Investment.Tests.Domain;

public sealed class TrancheTests
{
    private static readonly StateTable<(Promise Promise, Tranche Tranche)> States =
        new(paid => paid.Tranche.Status, paid => paid.Tranche.Allowed, () => Paid(Given.Committed()))
        {
            Actions =
            {
                ["reverse"] = paid =>
                    paid.Tranche.Reverse(paid.Promise.Commitment, paid.Promise.Round, "ошибка банка", Given.Now),
            },
            Transitions = "paid: reverse → reversed",
        };

    [Fact]
    public void Every_action_in_every_state() => Assert.Empty(States.Violations());

    [Theory]
    [InlineData(0, null, "")]
    [InlineData(1, null, "400 paidOn")]
    [InlineData(-5, -5, "")]
    [InlineData(-4, -5, "409 issuerClosed")]
    public void It_is_paid_today_at_the_latest_and_while_the_company_exists(int day, int? liquidated, string refusal)
    {
        var promise = Given.Committed() with { Issuer = Given.NewIssuer(liquidated) };
        Assert.Equal(refusal, Refused.By(() => promise.Pay(1, day: day)));
    }

    [Theory]
    [InlineData("RUB", "1.01", null, 0, "")]
    [InlineData("RUB", "1.001", null, 0, "400 amount")]
    [InlineData("RUB", "1", "91.2345", -1, "400 fx")]
    [InlineData("USD", "1", null, 0, "400 fx")]
    [InlineData("USD", "1", "91.2345", -1, "")]
    [InlineData("USD", "1", "91.2345", 0, "400 fx.date")]
    public void Foreign_money_and_only_that_has_a_rate_of_its_day_at_the_latest(
        string currency, string amount, string? rate, int rateDay, string refusal)
    {
        var fx = rate is null ? null : new ExchangeRate(Number(rate), Given.Today.AddDays(rateDay), "Банк России");
        Assert.Equal(
            refusal, Refused.By(() => Given.Committed(currency: currency).Pay(Number(amount), currency, day: -1, fx)));
    }

    [Fact]
    public void A_closed_round_is_still_paid()
    {
        var promise = Given.Committed();
        promise.Round.Close(Given.Today, Given.Today);
        Assert.Equal("", Refused.By(() => promise.Pay(100)));
        Assert.Equal(CommitmentStatus.Paid, promise.Commitment.Status);
    }

    private static (Promise Promise, Tranche Tranche) Paid(Promise promise) => (promise, promise.Pay(100));

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
