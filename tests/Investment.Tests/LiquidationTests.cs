using static Technopark.Investment.Tests.InvestmentFixture;

namespace Technopark.Investment.Tests;

public sealed class LiquidationTests(InvestmentFixture investment)
{
    [Fact]
    public async Task Liquidation_ends_rounds_and_promises_and_leaves_what_is_paid()
    {
        var company = await investment.CompanyAsync();
        var (planned, open) = (await investment.PlanRoundAsync(company), await investment.OpenRoundAsync(company));
        var unpaid = await investment.CommitAsync(open, "100");
        var partly = await investment.CommitAsync(open, "200");
        var tranche = await investment.PayAsync(partly, "50", paid: -10);
        await investment.HearAsync(CompanyEvents.Liquidated(company), times: 2);
        Assert.Equal("cancelled", (await investment.NowAsync(planned)).Status);
        var ended = await investment.NowAsync(open);
        Assert.Equal(
            ("cancelled", Day(0), "200.0000 RUB", "50.0000 RUB"),
            (ended.Status, ended.Text("closedOn"), ended.Sum("committed"), ended.Sum("paid")));
        Assert.Equal("withdrawn", (await investment.NowAsync(unpaid)).Status);
        Assert.Equal(
            ("partlyPaid", "paid"),
            ((await investment.NowAsync(partly)).Status, (await investment.NowAsync(tranche)).Status));
        Assert.Equal(["roundOpened", "roundClosed"], await investment.EventsAsync(open.Id));
        Assert.Empty(await investment.SaidAsync(planned.Id));
    }

    [Fact]
    public async Task The_end_of_a_round_names_the_liquidation_as_its_cause()
    {
        var company = await investment.CompanyAsync();
        var round = await investment.OpenRoundAsync(company);
        var liquidation = await investment.HearAsync(CompanyEvents.Liquidated(company));
        Assert.Equal(
            liquidation, (await investment.SaidAsync(round.Id)).Single(said => said.Type == "roundClosed").CausationId);
    }

    [Fact]
    public async Task After_it_only_earlier_payments_may_still_be_recorded()
    {
        var company = await investment.CompanyAsync();
        var commitment = await investment.CommitAsync(await investment.OpenRoundAsync(company), "200");
        await investment.PayAsync(commitment, "50", paid: -20);
        await investment.HearAsync(CompanyEvents.Liquidated(company, -10));
        Assert.Equal(
            "409 issuerClosed companyId", await investment.PayRefusedAsync(commitment, Tranche("50", paid: -9)));
        Assert.Equal("paid", (await investment.PayAsync(commitment, "50", paid: -10)).Status);
    }

    [Fact]
    public async Task A_reversal_after_it_withdraws_a_promise_of_which_nothing_is_paid_any_more()
    {
        var company = await investment.CompanyAsync();
        var round = await investment.OpenRoundAsync(company);
        var commitment = await investment.CommitAsync(round, "200");
        var tranche = await investment.PayAsync(commitment, "50", paid: -20);
        await investment.HearAsync(CompanyEvents.Liquidated(company));
        Assert.Equal("reversed", (await investment.ReverseAsync(tranche)).Status);
        Assert.Equal("withdrawn", (await investment.NowAsync(commitment)).Status);
        var now = await investment.NowAsync(round);
        Assert.Equal(("0.0000 RUB", "0.0000 RUB"), (now.Sum("committed"), now.Sum("paid")));
    }

    [Fact]
    public async Task Payments_meet_a_liquidation_and_the_sums_hold()
    {
        var company = await investment.CompanyAsync();
        var round = await investment.OpenRoundAsync(company);
        var commitments = new List<ParkClient.Thing>();
        for (var i = 0; i < 6; i++)
        {
            commitments.Add(await investment.CommitAsync(round, "10"));
        }

        // Where the liquidation is first, the payment is refused.
        var payments = commitments.Select(commitment =>
            InvestmentFixture.OutcomeAsync(() => investment.PayAsync(commitment, "10"))).ToArray();
        await investment.HearAsync(CompanyEvents.Liquidated(company));
        Assert.All(await Task.WhenAll(payments), outcome => Assert.Matches("^(paid|409 .*|412 .*)$", outcome));
        var now = await investment.NowAsync(round);
        var paid = await investment.ScalarAsync<decimal>(
            "select coalesce(sum(amount_amount), 0) from tranches where round_id = $1", round.Id);
        Assert.Equal("cancelled", now.Status);
        Assert.Equal(now.Sum("committed"), now.Sum("paid"));
        Assert.Equal($"{paid:0.0000} RUB", now.Sum("paid"), ignoreCase: true);
        foreach (var commitment in commitments)
        {
            Assert.True((await investment.NowAsync(commitment)).Status is "paid" or "withdrawn");
        }
    }

    [Fact]
    public async Task A_round_ends_on_the_day_it_was_opened_at_the_earliest()
    {
        var company = await investment.CompanyAsync();
        var round = await investment.OpenRoundAsync(company);
        await investment.HearAsync(CompanyEvents.Liquidated(company, -10));
        var ended = await investment.NowAsync(round);
        Assert.Equal((ended.Text("openedOn"), "cancelled"), (ended.Text("closedOn"), ended.Status));
    }
}
