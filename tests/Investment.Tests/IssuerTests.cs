using static Technopark.Investment.Tests.InvestmentFixture;

namespace Technopark.Investment.Tests;

public sealed class IssuerTests(InvestmentFixture investment)
{
    private Task<Thing?> IssuerAsync(Guid company) => investment.Api.FindAsync($"{investment.Root}/issuers/{company}");

    [Fact]
    public async Task A_verified_company_is_an_open_issuer()
    {
        var company = Guid.CreateVersion7();
        Assert.Null(await IssuerAsync(company));
        await investment.HearAsync(CompanyEvents.Verified(company, "Волга биотех"));
        var issuer = await IssuerAsync(company);
        Assert.NotNull(issuer);
        Assert.Equal(
            (company.ToString(), "Волга биотех", "open"),
            (issuer.Text("companyId"), issuer.Text("name"), issuer.Status));
        Assert.NotEqual("", issuer.ETag);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Verification_and_liquidation_in_any_order_and_twice_close_the_issuer(bool verifiedFirst)
    {
        var company = Guid.CreateVersion7();
        var (verified, liquidated) = (CompanyEvents.Verified(company), CompanyEvents.Liquidated(company));
        var (verifiedId, liquidatedId) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        if (verifiedFirst)
        {
            await investment.HearAsync(verified, id: verifiedId);
        }

        await investment.HearAsync(liquidated, id: liquidatedId, times: 2);
        if (!verifiedFirst)
        {
            await investment.HearAsync(verified, id: verifiedId, times: 2);
        }

        // The same facts under new ids, as a replay of the registry's feed could bring them.
        await investment.HearAsync(verified);
        await investment.HearAsync(liquidated);
        var issuer = await IssuerAsync(company);
        Assert.NotNull(issuer);
        Assert.Equal((verified.Name, "closed", Day(0)), (issuer.Text("name"), issuer.Status, issuer.Text("closedOn")));
    }

    [Fact]
    public async Task Many_companies_at_once_are_all_issuers()
    {
        var companies = Enumerable.Range(0, 40).Select(_ => Guid.CreateVersion7()).ToArray();
        await Task.WhenAll(companies.Select(company => investment.HearAsync(CompanyEvents.Verified(company))));
        foreach (var company in companies)
        {
            Assert.Equal("open", (await IssuerAsync(company))!.Status);
        }
    }
}
