using Technopark.Contracts;

namespace Technopark.Clusters.Tests;

/// <summary>What the registry says, in any order and more than once.</summary>
public sealed class CompanyEventTests(ClustersFixture clusters)
{
    public static TheoryData<string> Orders => new("rvl", "rlv", "vrl", "vlr", "lrv", "lvr");

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task The_same_news_in_any_order_make_the_same_company(string order)
    {
        var company = Guid.CreateVersion7();
        foreach (var message in order.Select(letter => FactOf(letter, company)))
        {
            await clusters.HearAsync(message, times: 2);
        }

        var known = (await clusters.Api.GetAsync($"{clusters.Root}/companies/{company}")).Body;
        Assert.Equal("liquidated", known.GetProperty("status").GetString());
        Assert.Equal(("Новое имя", "62.01", "78"),
            (
                known.GetProperty("name").GetString(), known.GetProperty("okvedMain").GetString(),
                known.GetProperty("region").GetString()));
        Assert.Equal(
            1, await clusters.ScalarAsync<long>("select count(*) from company_replica where id = $1", company));
    }

    [Fact]
    public async Task A_liquidated_company_leaves_everything_once()
    {
        var company = await clusters.CompanyAsync();
        var (one, other) = (await clusters.ProposeAsync(), await clusters.FormAsync());
        var committed = await clusters.Api.ActAsync(await clusters.JoinAsync(one, company), "commit");
        var invited = await clusters.JoinAsync(other, company);
        var stays = await clusters.CommitAsync(one, "university");
        var liquidation = await clusters.HearAsync(ClustersFixture.Liquidated(company), times: 3);
        await clusters.HearAsync(ClustersFixture.Liquidated(company));

        var left = await clusters.NowAsync(committed);
        Assert.Equal(("left", "liquidation: решение участников"), (left.Status, left.Text("reason")));
        Assert.Equal("left", (await clusters.NowAsync(invited)).Status);
        Assert.Equal("committed", (await clusters.NowAsync(stays)).Status);
        var members = (await clusters.NowAsync(one)).Body.GetProperty("members");
        Assert.Equal("university", Assert.Single(members.EnumerateObject()).Name);
        var said = await clusters.SaidAsync(company);
        Assert.Equal(["memberCommitted", "memberLeft"], said.Select(message => message.Type));
        Assert.Equal(liquidation, said[1].CausationId);
    }

    [Fact]
    public async Task A_liquidated_company_does_not_join_even_where_its_verification_comes_later()
    {
        var (initiative, company) = (await clusters.ProposeAsync(), Guid.CreateVersion7());
        await clusters.HearAsync(ClustersFixture.Liquidated(company));
        await clusters.HearAsync(ClustersFixture.Verified(company));
        var refused = await clusters.Api.CreateRefusedAsync(
            $"{initiative.Path}/memberships", new { companyId = company, type = "sme" });
        Assert.Equal("companyNotVerified", refused.Code);
    }

    [Fact]
    public async Task Companies_of_one_initiative_that_end_together_all_leave_it()
    {
        var initiative = await clusters.ProposeAsync();
        var companies = new List<Guid>();
        for (var member = 0; member < 6; member++)
        {
            companies.Add(await clusters.CompanyAsync());
            await clusters.Api.ActAsync(await clusters.JoinAsync(initiative, companies[^1]), "commit");
        }

        await Task.WhenAll(companies.Select(company => clusters.HearAsync(ClustersFixture.Liquidated(company))));
        Assert.Empty((await clusters.NowAsync(initiative)).Body.GetProperty("members").EnumerateObject());
        Assert.Equal(companies.Count, (await clusters.IdsAsync($"{initiative.Path}/memberships?status=left")).Count);
    }

    private static IntegrationEvent FactOf(char letter, Guid company) => letter switch
    {
        'r' => ClustersFixture.Registered(company, "Старое имя"),
        'v' => ClustersFixture.Verified(company, name: "Новое имя"),
        _ => ClustersFixture.Liquidated(company),
    };
}
