namespace Technopark.Investment.Tests;

/// <summary>A round ends while others pay, withdraw and are called in it.</summary>
public sealed class MetChangesTests(InvestmentFixture investment)
{
    private const int Rounds = 12;

    [Fact]
    public async Task Whoever_comes_first_each_is_answered_and_the_sums_hold()
    {
        for (var i = 0; i < Rounds; i++)
        {
            var round = await investment.OpenRoundAsync();
            var commitments = new List<Thing>();
            for (var made = 0; made < 6; made++)
            {
                commitments.Add(await investment.CommitAsync(round, "10"));
            }

            var current = await investment.NowAsync(round);
            var outcomes = await Task.WhenAll(
            [
                .. commitments.Take(2).Select(one => InvestmentFixture.OutcomeAsync(
                    () => investment.PayAsync(one, "10"))),
                .. commitments.Skip(2).Take(2).Select(one => InvestmentFixture.OutcomeAsync(
                    () => investment.Api.ActAsync(one, "withdraw", new { reason = "передумали" }))),
                .. commitments.Skip(4).Select(one => InvestmentFixture.OutcomeAsync(
                    () => investment.Api.ActAsync(one, "call"))),
                InvestmentFixture.OutcomeAsync(
                    () => investment.Api.ActAsync(current, "cancel", new { reason = "не состоялся" })),
            ]);
            // A payment in a cancelled round finds its commitment withdrawn; a round with payments is not cancelled.
            Assert.All(
                outcomes, outcome => Assert.Matches("^(paid|withdrawn|called|cancelled|409 .*|412 .*)$", outcome));
            await SumsHoldAsync(round);
        }
    }

    private async Task SumsHoldAsync(Thing round)
    {
        var now = await investment.NowAsync(round);
        Assert.Equal(
            await investment.ScalarAsync<decimal>(
                """
                select coalesce(sum(amount_amount) filter (where status <> 'Withdrawn'), 0) from commitments
                where round_id = $1
                """,
                round.Id),
            decimal.Parse(now.Sum("committed").Split(' ')[0], CultureInfo.InvariantCulture));
        Assert.Equal(
            await investment.ScalarAsync<decimal>(
                "select coalesce(sum(amount_amount), 0) from tranches where round_id = $1", round.Id),
            decimal.Parse(now.Sum("paid").Split(' ')[0], CultureInfo.InvariantCulture));
    }
}
