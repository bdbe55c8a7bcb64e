namespace Technopark.Clusters.Tests;

/// <summary>What becomes of memberships when a company is liquidated.</summary>
public sealed class CompanyEventTests(ClustersFixture clusters)
{
    [Fact]
    public async Task A_member_is_called_as_the_registry_corrects_it()
    {
        var company = await clusters.CompanyAsync();
        var membership = await clusters.JoinAsync(await clusters.FormAsync(), company);
        await clusters.HearAsync(CompanyEvents.Corrected(company, "Балтийская робототехника"));
        Assert.Equal("Балтийская робототехника", (await clusters.NowAsync(membership)).Text("memberName"));
    }

    [Fact]
    public async Task A_liquidated_company_leaves_everything_once()
    {
        var company = await clusters.CompanyAsync();
        var (one, other) = (await clusters.ProposeAsync(), await clusters.FormAsync());
        var committed = await clusters.Api.ActAsync(await clusters.JoinAsync(one, company), "commit");
        var invited = await clusters.JoinAsync(other, company);
        var stays = await clusters.CommitAsync(one, "university");
        var liquidation = await clusters.HearAsync(CompanyEvents.Liquidated(company), times: 3);
        await clusters.HearAsync(CompanyEvents.Liquidated(company));

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
        await clusters.HearAsync(CompanyEvents.Liquidated(company));
        await clusters.HearAsync(CompanyEvents.Verified(company));
        Assert.Equal(
            "409 companyNotVerified companyId",
            await clusters.JoinRefusedAsync(initiative, new { companyId = company, type = "sme" }));
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

        await Task.WhenAll(companies.Select(company => clusters.HearAsync(CompanyEvents.Liquidated(company))));
        Assert.Empty((await clusters.NowAsync(initiative)).Body.GetProperty("members").EnumerateObject());
        Assert.Equal(companies.Count, (await clusters.IdsAsync($"{initiative.Path}/memberships?status=left")).Count);
    }
}
