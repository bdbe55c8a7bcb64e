using Technopark.Contracts;

namespace Technopark.Investment.Tests.Domain;

public sealed class RoundTests
{
    private static readonly StateTable<Round> States = new(
        round => round.Status, round => round.Allowed, () => Given.Planned())
    {
        Actions =
        {
            ["open"] = round => round.Open(Given.NewIssuer(), Given.Today, Given.Today),
            ["commit"] = round => round.Commit(Money.Roubles(1), new()),
            ["close"] = round => round.Close(Given.Today, Given.Today),
            ["cancel"] = round => round.Cancel(Given.Today),
            ["cancel with the company"] = round => round.End(Given.Today),
        },
        Transitions = """
            planned: open → open, cancel → cancelled, cancel with the company → cancelled
            open: commit → open, close → closed, cancel → cancelled, cancel with the company → cancelled
            """,
    };

    [Fact]
    public void Every_action_in_every_state() => Assert.Empty(States.Violations());

    [Fact]
    public void A_company_that_is_gone_raises_nothing()
    {
        Assert.Equal("409 issuerClosed", Refused.By(() => Given.Planned(Given.NewIssuer(closedOn: 0))));
        var planned = Given.Planned();
        Assert.Equal(
            "409 issuerClosed", Refused.By(() => planned.Open(Given.NewIssuer(closedOn: 0), Given.Today, Given.Today)));
    }

    [Theory]
    [InlineData(-400, "")]
    [InlineData(0, "")]
    [InlineData(1, "400 openedOn")]
    public void It_is_opened_today_at_the_latest(int day, string refusal) =>
        Assert.Equal(
            refusal, Refused.By(() => Given.Planned().Open(Given.NewIssuer(), Given.Today.AddDays(day), Given.Today)));

    [Theory]
    [InlineData(-11, "400 closedOn")]
    [InlineData(-10, "")]
    [InlineData(0, "")]
    [InlineData(1, "400 closedOn")]
    public void It_is_closed_between_its_opening_and_today(int day, string refusal) =>
        Assert.Equal(refusal, Refused.By(() => Given.Open().Close(Given.Today.AddDays(day), Given.Today)));

    [Fact]
    public void A_round_in_which_money_is_paid_is_not_cancelled()
    {
        var promise = Given.Committed();
        var tranche = promise.Pay(1);
        Assert.Equal("409 roundHasPayments", Refused.By(() => promise.Round.Cancel(Given.Today)));
        tranche.Reverse(promise.Commitment, promise.Round, "ошибка банка", Given.Now);
        Assert.Equal("", Refused.By(() => promise.Round.Cancel(Given.Today)));
    }

    [Theory]
    [InlineData("1", "RUB", "")]
    [InlineData("1.01", "RUB", "409 exceedsHardCap")]
    [InlineData("0.01", "EUR", "400 amount.currency")]
    public void Commitments_are_in_its_currency_and_the_hard_cap_together_at_most(
        string amount, string currency, string refusal)
    {
        var round = Given.Open();
        round.Commit(Money.Roubles(39_999_999), new());
        Assert.Equal(
            refusal,
            Refused.By(() => round.Commit(
                new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), currency), new())));
    }

    [Theory]
    [InlineData(false, new string[0])]
    [InlineData(true, new[] { "roundOpened", "roundClosed" })]
    public void The_chain_hears_of_the_end_of_a_round_that_it_heard_of(bool open, string[] raised)
    {
        var round = open ? Given.Open() : Given.Planned();
        round.Cancel(Given.Today);
        Assert.Equal(raised, Refused.Raised(round));
    }
}
