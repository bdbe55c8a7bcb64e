using static Technopark.Investment.Tests.InvestmentFixture;

namespace Technopark.Investment.Tests;

public sealed class CommitmentTests(InvestmentFixture investment)
{
    [Fact]
    public async Task A_commitment_counts_in_its_round_and_says_so()
    {
        var round = await investment.OpenRoundAsync();
        var commitment = await investment.CommitAsync(round, "15000000.10");
        Assert.Equal(
            ("committed", "15000000.1000 RUB", "0.0000 RUB"),
            (commitment.Status, commitment.Sum("amount"), commitment.Sum("paid")));
        await investment.CommitAsync(round, "0.01");
        Assert.Equal("15000000.1100 RUB", (await investment.NowAsync(round)).Sum("committed"));
        var said = Assert.Single(await investment.SaidAsync(commitment.Id));
        Assert.Equal(("commitmentMade", 1), (said.Type, said.Data.GetProperty("version").GetInt64()));
        Assert.Equal(commitment.Text("investorId"), said.Data.GetProperty("investorId").GetString());
    }

    [Fact]
    public async Task The_investor_must_be_known()
    {
        var round = await investment.OpenRoundAsync();
        object commitment = new { investorId = Guid.CreateVersion7(), amount = Money("1") };
        Assert.Equal(
            "400 investorNotFound investorId",
            await investment.CreateRefusedAsync($"{round.Path}/commitments", commitment));
    }

    [Fact]
    public async Task Parallel_commitments_all_count()
    {
        var (round, investor) = (await investment.OpenRoundAsync(), await investment.RegisterInvestorAsync());
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => investment.Api.CreateAsync(
            $"{round.Path}/commitments", new { investorId = investor.Id, amount = Money("10") })));
        Assert.Equal("120.0000 RUB", (await investment.NowAsync(round)).Sum("committed"));
    }

    [Fact]
    public async Task A_commitment_is_called_paid_in_parts_and_paid()
    {
        var commitment = await investment.CommitAsync("1000");
        var called = await investment.Api.ActAsync(commitment, "call");
        Assert.Equal("called", called.Status);
        var first = await investment.PayAsync(called, "400");
        Assert.Equal(("partlyPaid", "400.0000 RUB"), await StateAsync());
        var second = await investment.PayAsync(called, "600");
        Assert.Equal(("paid", "1000.0000 RUB"), await StateAsync());
        await investment.ReverseAsync(first);
        Assert.Equal(("partlyPaid", "600.0000 RUB"), await StateAsync());
        await investment.ReverseAsync(second);
        Assert.Equal(("called", "0.0000 RUB"), await StateAsync());

        async Task<(string, string)> StateAsync()
        {
            var now = await investment.NowAsync(commitment);
            return (now.Status, now.Sum("paid"));
        }
    }

    [Fact]
    public async Task An_unpaid_commitment_may_be_withdrawn_and_then_takes_nothing()
    {
        var commitment = await investment.CommitAsync("1000");
        await investment.Api.ActAsync(commitment, "withdraw", new { reason = "сменил планы" });
        Assert.Equal("0.0000 RUB", (await investment.RoundOfAsync(commitment)).Sum("committed"));
        Assert.Equal("409 invalidTransition", await investment.PayRefusedAsync(commitment, Tranche("1")));
        Assert.Equal("409 invalidTransition", await investment.ActRefusedAsync(commitment, "call"));
    }

    [Fact]
    public async Task Who_has_withdrawn_reads_a_closed_round_no_more()
    {
        var person = Guid.CreateVersion7();
        var own = new ParkClient.ParkClient(investment.As(Roles.Investor, person));
        var investor = await own.CreateAsync($"{investment.Root}/investors", new { name = "Фонд", kind = "fund" });
        var round = await investment.OpenRoundAsync();
        object promise = new { investorId = investor.Id, amount = InvestmentFixture.Money("10") };
        var (kept, taken) = (
            await own.CreateAsync($"{round.Path}/commitments", promise),
            await own.CreateAsync($"{round.Path}/commitments", promise));
        await investment.Api.ActAsync(round.Path, "close");
        await own.ActAsync(taken, "withdraw", new { reason = "передумали" });
        Assert.Equal(round.Id, (await own.GetAsync(round.Path)).Id);
        await own.ActAsync(kept, "withdraw", new { reason = "передумали" });
        Assert.Equal("404 notFound", (await own.RefusedAsync(HttpMethod.Get, round.Path)).InShort());
        Assert.Empty(await own.ListAsync($"{investment.Root}/rounds?companyId={round.Text("companyId")}", 10)
            .ToListAsync());
        // What is theirs they read, and that it cannot be withdrawn twice they are told.
        Assert.Equal("withdrawn", (await own.GetAsync(kept.Path)).Status);
        Assert.Equal("409 invalidTransition", (await own.ActRefusedAsync(
            kept.Path, "withdraw", new { reason = "ещё раз" })).InShort());
    }
}
