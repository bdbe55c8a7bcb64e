using static Technopark.Investment.Tests.InvestmentFixture;

namespace Technopark.Investment.Tests;

public sealed class RoundTests(InvestmentFixture investment)
{
    [Fact]
    public async Task A_round_takes_its_hard_cap_at_most()
    {
        var round = await investment.OpenRoundAsync();
        Assert.Equal("40000000.0000 RUB", round.Sum("hardCap"));
        var first = await investment.CommitAsync(round, "39999999.99");
        object more = new
        {
            investorId = (await investment.RegisterInvestorAsync()).Id,
            amount = InvestmentFixture.Money("0.02"),
        };
        Assert.Equal("409 exceedsHardCap", await investment.CreateRefusedAsync($"{round.Path}/commitments", more));
        await investment.Api.ActAsync(first, "withdraw", new { reason = "передумали" });
        Assert.Equal("committed", (await investment.CommitAsync(round, "0.02")).Status);
    }

    [Theory]
    [InlineData("20000000", "RUB", "201")]
    [InlineData("19999999.99", "RUB", "400 hardCap")]
    [InlineData("0", "RUB", "400 hardCap")]
    [InlineData("30000000", "USD", "400 hardCap.currency")]
    public async Task A_hard_cap_is_the_target_or_more_in_its_currency(string amount, string currency, string expected)
    {
        var hardCap = InvestmentFixture.Money(amount, currency);
        object round = new
        {
            companyId = await investment.CompanyAsync(),
            name = "Посев",
            instrument = "equity",
            target = InvestmentFixture.Money("20000000"),
            hardCap,
        };
        using var answer = await investment.Http.SendAsync(new HttpRequestMessage(
            HttpMethod.Post, $"{investment.Root}/rounds")
        {
            Headers = { { "Idempotency-Key", Guid.CreateVersion7().ToString() } },
            Content = JsonContent.Create(round),
        });
        Assert.Equal(expected, await answer.InShortAsync());
    }

    [Fact]
    public async Task A_company_raises_nothing_before_it_is_one()
    {
        var before = CompanyEvents.Begun.AddDays(-1);
        Assert.Equal(
            "400 openedOn",
            await investment.ActRefusedAsync(await investment.PlanRoundAsync(), "open", new { openedOn = before }));
        Assert.Equal("400 paidOn", await investment.PayRefusedAsync(
            await investment.CommitAsync(),
            new { amount = InvestmentFixture.Money("1"), paidOn = before, evidence = "п/п 17" }));
    }

    [Fact]
    public async Task A_round_is_planned_opened_and_closed_and_says_so()
    {
        var company = await investment.CompanyAsync();
        var planned = await investment.PlanRoundAsync(company);
        Assert.Equal(
            ("planned", "0.0000 RUB", "0.0000 RUB"), (planned.Status, planned.Sum("committed"), planned.Sum("paid")));
        Assert.Equal($"{investment.Root}/rounds/{planned.Id}", planned.Path);
        Assert.Empty(await investment.SaidAsync(planned.Id));
        var open = await investment.Api.ActAsync(planned, "open", new { openedOn = Day(-400) });
        Assert.Equal(("open", Day(-400)), (open.Status, open.Text("openedOn")));
        var closed = await investment.Api.ActAsync(open, "close", new { closedOn = Day(-300) });
        Assert.Equal(("closed", Day(-300)), (closed.Status, closed.Text("closedOn")));
        var said = await investment.SaidAsync(planned.Id);
        Assert.Equal(["roundOpened", "roundClosed"], said.Select(message => message.Type));
        Assert.All(said, message => Assert.Equal(company, message.CompanyId));
        Assert.Equal("equity", said[0].Data.GetProperty("class").GetString());
        Assert.Equal(Day(-400), said[0].Data.GetProperty("openedOn").GetString());
        Assert.Equal("20000000.0000", said[0].Data.GetProperty("target").GetProperty("amount").GetString());
    }

    [Fact]
    public async Task A_transition_without_a_body_happens_today()
    {
        var round = await investment.PlanRoundAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{round.Path}/open");
        request.Headers.TryAddWithoutValidation("If-Match", round.ETag);
        using var answer = await investment.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Day(0), (await investment.NowAsync(round)).Text("openedOn"));
    }

    [Theory]
    [InlineData("share", "equity")]
    [InlineData("equity", "equity")]
    [InlineData("preferred", "equity")]
    [InlineData("convertibleLoan", "convertible")]
    [InlineData("safe", "convertible")]
    [InlineData("loan", "debt")]
    [InlineData("grant", "grant")]
    [InlineData("subsidy", "subsidy")]
    [InlineData("ownFunds", "ownFunds")]
    public async Task Every_instrument_has_its_class(string instrument, string expected)
    {
        var round = await investment.OpenRoundAsync(instrument: instrument);
        Assert.Equal((instrument, expected), (round.Text("instrument"), round.Text("class")));
        Assert.Equal(expected, (await investment.SaidAsync(round.Id)).Single().Data.GetProperty("class").GetString());
    }

    [Fact]
    public async Task A_round_needs_an_issuer()
    {
        var (rounds, company) = ($"{investment.Root}/rounds", await investment.CompanyAsync());
        Assert.Equal(
            "400 issuerNotFound companyId", await investment.CreateRefusedAsync(rounds, Round(Guid.CreateVersion7())));
        await investment.HearAsync(CompanyEvents.Liquidated(company));
        Assert.Equal("409 issuerClosed companyId", await investment.CreateRefusedAsync(rounds, Round(company)));
    }

    [Fact]
    public async Task Cancelling_withdraws_what_is_promised()
    {
        var round = await investment.OpenRoundAsync();
        var commitment = await investment.CommitAsync(round, "500");
        await investment.Api.ActAsync(round.Path, "cancel", new { reason = "не договорились" });
        var cancelled = await investment.NowAsync(round);
        Assert.Equal(("cancelled", "0.0000 RUB"), (cancelled.Status, cancelled.Sum("committed")));
        var withdrawn = await investment.NowAsync(commitment);
        Assert.Equal(("withdrawn", "не договорились"), (withdrawn.Status, withdrawn.Text("reason")));
        Assert.Equal(["roundOpened", "roundClosed"], await investment.EventsAsync(round.Id));
    }
}
