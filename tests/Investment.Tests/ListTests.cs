namespace Technopark.Investment.Tests;

public sealed class ListTests(InvestmentFixture investment)
{
    [Fact]
    public async Task Rounds_of_a_company_by_status()
    {
        var company = await investment.CompanyAsync();
        var (planned, open) = (await investment.PlanRoundAsync(company), await investment.OpenRoundAsync(company));
        await investment.OpenRoundAsync();
        Assert.Equal([open.Id, planned.Id], await IdsAsync($"rounds?companyId={company}"));
        Assert.Equal([open.Id], await IdsAsync($"rounds?companyId={company}&status=open"));
        Assert.Empty(await IdsAsync($"rounds?companyId={company}&status=closed"));
    }

    [Fact]
    public async Task Commitments_of_a_round_and_of_an_investor()
    {
        var round = await investment.OpenRoundAsync();
        var (one, two) = (await investment.CommitAsync(round, "1"), await investment.CommitAsync(round, "2"));
        Assert.Equal([two.Id, one.Id], await IdsAsync($"commitments?roundId={round.Id}"));
        Assert.Equal([one.Id], await IdsAsync($"commitments?investorId={one.Text("investorId")}"));
    }

    [Fact]
    public async Task Tranches_of_a_commitment_and_of_a_company_part_by_part()
    {
        var commitment = await investment.CommitAsync("100");
        var made = new List<Guid>();
        for (var i = 0; i < 7; i++)
        {
            made.Insert(0, (await investment.PayAsync(commitment, "1")).Id);
        }

        var other = await investment.CommitAsync(
            await investment.OpenRoundAsync(Guid.Parse(commitment.Text("companyId"))), "5");
        var elsewhere = await investment.PayAsync(other, "5");
        Assert.Equal(made, await IdsAsync($"tranches?commitmentId={commitment.Id}", limit: 3));
        Assert.Equal(
            [elsewhere.Id, .. made], await IdsAsync($"tranches?companyId={commitment.Text("companyId")}", limit: 3));
    }

    [Fact]
    public async Task Investors_by_kind_and_issuers_by_status()
    {
        var (bank, company) = (await investment.RegisterInvestorAsync("bank"), await investment.CompanyAsync());
        Assert.Contains(bank.Id, await IdsAsync("investors?kind=bank"));
        Assert.DoesNotContain(bank.Id, await IdsAsync("investors?kind=angel"));
        Assert.Contains(company, await IdsAsync("issuers?status=open", id: "companyId"));
        Assert.DoesNotContain(company, await IdsAsync("issuers?status=closed", id: "companyId"));
    }

    [Theory]
    [InlineData("rounds?status=sleeping", "status")]
    [InlineData("rounds?companyId=x", "companyId")]
    public async Task A_bad_filter_is_refused_by_name(string query, string field) =>
        Assert.Equal($"400 {field}", await investment.GetRefusedAsync($"{investment.Root}/{query}"));

    [Fact]
    public async Task A_cursor_belongs_to_its_filter()
    {
        var round = await investment.OpenRoundAsync();
        await investment.CommitAsync(round, "1");
        await investment.CommitAsync(round, "1");
        var list = $"{investment.Root}/commitments?limit=1";
        var next = (await investment.Api.GetAsync($"{list}&roundId={round.Id}")).Text("next");
        Assert.Equal("400 cursor", await investment.GetRefusedAsync($"{list}&cursor={next}"));
    }

    [Fact]
    public async Task A_round_changes_its_tag_with_its_sums()
    {
        var commitment = await investment.CommitAsync("10");
        var before = await investment.RoundOfAsync(commitment);
        await investment.PayAsync(commitment, "5");
        Assert.NotEqual(before.ETag, (await investment.RoundOfAsync(commitment)).ETag);
    }

    private Task<List<Guid>> IdsAsync(string query, int limit = 200, string id = "id") =>
        investment.IdsAsync($"{investment.Root}/{query}", limit, id);
}
