using static Technopark.Investment.Tests.InvestmentFixture;

namespace Technopark.Investment.Tests;

public sealed class TrancheTests(InvestmentFixture investment)
{
    [Fact]
    public async Task A_tranche_counts_in_its_round_and_says_so()
    {
        var commitment = await investment.CommitAsync("15000000.10");
        var tranche = await investment.PayAsync(commitment, "10000000.05", paid: -300);
        Assert.Equal(
            ("paid", "10000000.0500 RUB", "equity"), (tranche.Status, tranche.Sum("rubAmount"), tranche.Text("class")));
        Assert.Equal($"{investment.Root}/tranches/{tranche.Id}", tranche.Path);
        Assert.NotEqual("", tranche.ETag);
        Assert.Equal(tranche.Body.ToString(), (await investment.NowAsync(tranche)).Body.ToString());
        Assert.Equal("10000000.0500 RUB", (await investment.RoundOfAsync(commitment)).Sum("paid"));
        var said = Assert.Single(await investment.SaidAsync(tranche.Id));
        Assert.Equal(("tranchePaid", 1), (said.Type, said.Data.GetProperty("version").GetInt64()));
        Assert.Equal(
            (Day(-300), "п/п 17"),
            (said.Data.GetProperty("paidOn").GetString(), said.Data.GetProperty("evidence").GetString()));
        Assert.False(said.Data.TryGetProperty("fx", out _));
    }

    [Fact]
    public async Task Tranches_are_the_commitment_at_most()
    {
        var commitment = await investment.CommitAsync("15000000.10");
        await investment.PayAsync(commitment, "10000000.05");
        Assert.Equal("409 exceedsCommitment", await investment.PayRefusedAsync(commitment, Tranche("5000000.06")));
        await investment.PayAsync(commitment, "5000000.05");
        Assert.Equal("409 exceedsCommitment", await investment.PayRefusedAsync(commitment, Tranche("0.01")));
        Assert.Equal("15000000.1000 RUB", (await investment.RoundOfAsync(commitment)).Sum("paid"));
    }

    [Fact]
    public async Task Parallel_tranches_together_are_the_commitment_at_most()
    {
        var commitment = await investment.CommitAsync("50");
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(
                _ => InvestmentFixture.OutcomeAsync(() => investment.PayAsync(commitment, "10"))));
        Assert.Equal(5, answers.Count(answer => answer == "paid"));
        Assert.Equal(7, answers.Count(answer => answer == "409 exceedsCommitment"));
        var now = await investment.NowAsync(commitment);
        Assert.Equal(("paid", "50.0000 RUB"), (now.Status, now.Sum("paid")));
        Assert.Equal(50m, await investment.ScalarAsync<decimal>(
            "select sum(amount_amount) from tranches where commitment_id = $1", commitment.Id));
    }

    [Fact]
    public async Task A_repetition_gives_the_first_answer_though_the_sum_would_exceed()
    {
        var (commitment, key) = (await investment.CommitAsync("100"), Guid.CreateVersion7().ToString());
        var first = await investment.PayAsync(commitment, "60", key);
        var again = await investment.PayAsync(commitment, "60", key);
        Assert.Equal((first.Body.ToString(), first.ETag, first.Path), (again.Body.ToString(), again.ETag, again.Path));
        Assert.Equal("60.0000 RUB", (await investment.NowAsync(commitment)).Sum("paid"));
        Assert.Equal("422 idempotencyKeyReused", await investment.PayRefusedAsync(commitment, Tranche("59"), key));
    }

    [Fact]
    public async Task Repetitions_at_the_same_time_pay_once()
    {
        var (commitment, key) = (await investment.CommitAsync("1000"), Guid.CreateVersion7().ToString());
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => investment.PayAsync(commitment, "60", key)));
        Assert.Single(all.Select(tranche => tranche.Id).Distinct());
        Assert.Equal("60.0000 RUB", (await investment.NowAsync(commitment)).Sum("paid"));
    }

    [Fact]
    public async Task A_refused_attempt_leaves_the_key_free()
    {
        var (commitment, key) = (await investment.CommitAsync("100"), Guid.CreateVersion7().ToString());
        await investment.PayRefusedAsync(commitment, Tranche("101"), key);
        Assert.Equal("paid", (await investment.PayAsync(commitment, "100", key)).Status);
    }

    [Fact]
    public async Task A_tranche_is_reversed_once()
    {
        var commitment = await investment.CommitAsync("100");
        var tranche = await investment.PayAsync(commitment, "100");
        var reversed = await investment.ReverseAsync(tranche);
        Assert.Equal(("reversed", "ошибка банка"), (reversed.Status, reversed.Text("reason")));
        Assert.Equal(
            "409 invalidTransition", await investment.ActRefusedAsync(tranche, "reverse", new { reason = "ещё раз" }));
        var now = await investment.NowAsync(commitment);
        Assert.Equal(("committed", "0.0000 RUB"), (now.Status, now.Sum("paid")));
        Assert.Equal("0.0000 RUB", (await investment.RoundOfAsync(commitment)).Sum("paid"));
        var said = await investment.SaidAsync(tranche.Id);
        Assert.Equal(["tranchePaid", "trancheReversed"], said.Select(message => message.Type));
        Assert.Equal(2, said[1].Data.GetProperty("version").GetInt64());
        Assert.Equal("100.0000", said[1].Data.GetProperty("rubAmount").GetProperty("amount").GetString());
        await investment.PayAsync(commitment, "100");
    }

    [Fact]
    public async Task Reversals_at_the_same_time_are_one_reversal()
    {
        var commitment = await investment.CommitAsync("100");
        await investment.PayAsync(commitment, "40");
        var tranche = await investment.PayAsync(commitment, "60");
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(
                _ => InvestmentFixture.OutcomeAsync(() => investment.ReverseAsync(tranche))));
        Assert.Single(answers, "reversed");
        Assert.Equal(5, answers.Count(answer => answer == "412 stale"));
        Assert.Equal("40.0000 RUB", (await investment.NowAsync(commitment)).Sum("paid"));
    }

    [Fact]
    public async Task Payments_and_reversals_at_the_same_time_keep_the_sums()
    {
        var round = await investment.OpenRoundAsync();
        var (one, two) = (await investment.CommitAsync(round, "1000"), await investment.CommitAsync(round, "1000"));
        var wrong = new List<Thing>();
        for (var i = 0; i < 4; i++)
        {
            wrong.Add(await investment.PayAsync(one, "10"));
        }

        await Task.WhenAll([
            .. wrong.Select(investment.ReverseAsync),
            .. Enumerable.Range(0, 4).Select(_ => investment.PayAsync(one, "1")),
            .. Enumerable.Range(0, 4).Select(_ => investment.PayAsync(two, "2"))]);
        Assert.Equal("4.0000 RUB", (await investment.NowAsync(one)).Sum("paid"));
        Assert.Equal("8.0000 RUB", (await investment.NowAsync(two)).Sum("paid"));
        Assert.Equal("12.0000 RUB", (await investment.NowAsync(round)).Sum("paid"));
    }

    [Fact]
    public async Task A_founder_pays_own_funds_whatever_the_instrument()
    {
        var commitment = await investment.CommitAsync(await investment.OpenRoundAsync(), "100", investor: "founder");
        var tranche = await investment.PayAsync(commitment, "100");
        Assert.Equal(("ownFunds", "ownFunds"), (commitment.Text("class"), tranche.Text("class")));
        Assert.Equal(
            "ownFunds", (await investment.SaidAsync(tranche.Id)).Single().Data.GetProperty("class").GetString());
    }
}
