using Technopark.Contracts;

namespace Technopark.Investment.Tests.Domain;

public sealed class CommitmentTests
{
    private static readonly StateTable<Promise> States =
        new(promise => promise.Commitment.Status, promise => promise.Commitment.Allowed, () => Given.Committed())
        {
            Actions =
            {
                ["call"] = promise => promise.Commitment.Call(Given.Now),
                ["pay a part"] = promise => promise.Commitment.Pay(promise.Round, Money.Roubles(40)),
                ["pay the rest"] = promise => promise.Commitment.Pay(
                    promise.Round, Money.Roubles(100 - promise.Commitment.Paid.Amount)),
                ["withdraw"] = promise => promise.Commitment.Withdraw(promise.Round, "сменил планы"),
            },
            Transitions = """
                committed: call → called, pay a part → partlyPaid, pay the rest → paid, withdraw → withdrawn
                called: pay a part → partlyPaid, pay the rest → paid, withdraw → withdrawn
                partlyPaid: pay a part → partlyPaid, pay the rest → paid
                paid: pay a part → 409 exceedsCommitment
                """,
        };

    [Fact]
    public void Every_action_in_every_state() => Assert.Empty(States.Violations());

    [Theory]
    [InlineData("60", "RUB", "")]
    [InlineData("60.0001", "RUB", "409 exceedsCommitment")]
    [InlineData("1", "USD", "400 amount.currency")]
    public void Payments_are_the_commitment_at_most_in_its_currency(string amount, string currency, string refusal)
    {
        var promise = Given.Committed(100);
        promise.Commitment.Pay(promise.Round, Money.Roubles(40));
        var payment = new Money(decimal.Parse(amount, CultureInfo.InvariantCulture), currency);
        Assert.Equal(refusal, Refused.By(() => promise.Commitment.Pay(promise.Round, payment)));
    }

    [Theory]
    [InlineData(false, false, "Committed", 100)]
    [InlineData(true, false, "Called", 100)]
    [InlineData(true, true, "Withdrawn", 0)]
    public void A_reversal_leads_back_to_where_the_payments_began(
        bool called, bool cancelled, string status, decimal committed)
    {
        var (_, round, commitment) = Given.Committed(100);
        if (called)
        {
            commitment.Call(Given.Now);
        }

        commitment.Pay(round, Money.Roubles(40));
        commitment.Pay(round, Money.Roubles(60));
        if (cancelled)
        {
            round.End(Given.Today);
        }

        commitment.TakeBack(round, Money.Roubles(60));
        Assert.Equal(
            (CommitmentStatus.PartlyPaid, 40, 40), (commitment.Status, commitment.Paid.Amount, round.Paid.Amount));
        commitment.TakeBack(round, Money.Roubles(40));
        Assert.Equal((status, 0, committed), (commitment.Status.ToString(), round.Paid.Amount, round.Committed.Amount));
    }

    [Fact]
    public void What_is_withdrawn_does_not_count_in_its_round()
    {
        var (_, round, commitment) = Given.Committed(100);
        Assert.Equal(100, round.Committed.Amount);
        commitment.Withdraw(round, "сменил планы");
        Assert.Equal(0, round.Committed.Amount);
    }

    [Theory]
    [InlineData("Share", InvestmentClass.Equity)]
    [InlineData("Equity", InvestmentClass.Equity)]
    [InlineData("Preferred", InvestmentClass.Equity)]
    [InlineData("ConvertibleLoan", InvestmentClass.Convertible)]
    [InlineData("Safe", InvestmentClass.Convertible)]
    [InlineData("Loan", InvestmentClass.Debt)]
    [InlineData("Grant", InvestmentClass.Grant)]
    [InlineData("Subsidy", InvestmentClass.Subsidy)]
    [InlineData("OwnFunds", InvestmentClass.OwnFunds)]
    public void Money_has_the_class_of_the_instrument_and_a_founder_pays_own_funds(
        string instrument, InvestmentClass expected)
    {
        var paidFor = Enum.Parse<Instrument>(instrument);
        Assert.Equal(expected, Given.Committed(instrument: paidFor).Commitment.Class);
        Assert.Equal(
            InvestmentClass.OwnFunds, Given.Committed(
                instrument: paidFor, investor: InvestorKind.Founder).Commitment.Class);
    }
}
