namespace Technopark.Investment.Tests;

public sealed class ListTests(InvestmentFixture investment)
{
    [Fact]
    public async Task Rounds_of_a_company_by_status()
    {
        var company = await investment.OpenIssuerAsync();
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
        var (bank, company) = (await investment.RegisterInvestorAsync("bank"), await investment.OpenIssuerAsync());
        Assert.Contains(bank.Id, await IdsAsync("investors?kind=bank"));
        Assert.DoesNotContain(bank.Id, await IdsAsync("investors?kind=angel"));
        Assert.Contains(company, await IdsAsync("issuers?status=open", id: "companyId"));
        Assert.DoesNotContain(company, await IdsAsync("issuers?status=closed", id: "companyId"));
    }

    [Theory]
    [InlineData("rounds?status=sleeping", "status")]
    [InlineData("rounds?companyId=x", "companyId")]
    [InlineData("tranches?limit=201", "limit")]
    [InlineData("commitments?cursor=x", "cursor")]
    public async Task A_bad_filter_is_refused_by_name(string query, string field)
    {
        var refused = await investment.Api.RefusedAsync(HttpMethod.Get, $"{investment.Root}/{query}");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(field, refused.Errors.Keys);
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_filter()
    {
        var round = await investment.OpenRoundAsync();
        await investment.CommitAsync(round, "1");
        await investment.CommitAsync(round, "1");
        var next = (
            await investment.Api.GetAsync($"{investment.Root}/commitments?roundId={round.Id}&limit=1")).Text("next");
        var refused = await investment.Api.RefusedAsync(
            HttpMethod.Get, $"{investment.Root}/commitments?limit=1&cursor={next}");
        Assert.Contains("cursor", refused.Errors.Keys);
    }

    [Fact]
    public async Task A_round_changes_its_tag_with_its_sums()
    {
        var commitment = await investment.CommitAsync("10");
        var before = await investment.RoundOfAsync(commitment);
        Assert.Equal(HttpStatusCode.NotModified, await StatusAsync(before));
        await investment.PayAsync(commitment, "5");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(before));
    }

    private async Task<HttpStatusCode> StatusAsync(Thing known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, known.Path);
        request.Headers.TryAddWithoutValidation("If-None-Match", known.ETag);
        using var answer = await investment.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private Task<List<Guid>> IdsAsync(string query, int limit = 200, string id = "id") =>
        investment.IdsAsync($"{investment.Root}/{query}", limit, id);
}
