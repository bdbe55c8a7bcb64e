namespace Technopark.Clusters.Tests;

public sealed class ListTests(ClustersFixture clusters)
{
    [Fact]
    public async Task Initiatives_are_listed_by_what_they_are()
    {
        var okved = $"{Random.Shared.Next(10, 99)}.{Random.Shared.Next(10, 99)}.{Random.Shared.Next(10, 99)}";
        var made = new List<Guid>();
        for (var number = 0; number < 5; number++)
        {
            made.Add((await clusters.ProposeAsync(ClustersFixture.Initiative(okved: okved))).Id);
        }

        Assert.Equal(
            made.OrderDescending(), await clusters.IdsAsync($"{clusters.Initiatives}?okved={okved}", limit: 2));
        Assert.Equal(
            5, (await clusters.IdsAsync($"{clusters.Initiatives}?okved={okved}&status=proposed&region=78")).Count);
        Assert.Empty(await clusters.IdsAsync($"{clusters.Initiatives}?okved={okved}&region=77"));
        Assert.Empty(await clusters.IdsAsync($"{clusters.Initiatives}?okved={okved}&status=forming"));
    }

    [Fact]
    public async Task Memberships_are_listed_by_initiative_company_and_state()
    {
        var (initiative, company) = (await clusters.ProposeAsync(), await clusters.CompanyAsync());
        var invited = await clusters.JoinAsync(initiative, company);
        var committed = await clusters.CommitAsync(initiative, "university");
        Assert.Equal([committed.Id, invited.Id], await clusters.IdsAsync($"{initiative.Path}/memberships", limit: 1));
        Assert.Equal(
            [committed.Id], await clusters.IdsAsync($"{initiative.Path}/memberships?status=committed&type=university"));
        Assert.Equal([invited.Id], await clusters.IdsAsync($"{clusters.Root}/memberships?companyId={company}"));
        Assert.Equal(2, (await clusters.IdsAsync($"{clusters.Root}/memberships?initiativeId={initiative.Id}")).Count);
    }

    [Fact]
    public async Task Companies_that_suit_are_suggested_by_name_until_they_join()
    {
        var initiative = await clusters.ProposeAsync(ClustersFixture.Initiative(okved: "91", region: "29"));
        var (beta, alpha, elsewhere, other) = (
            Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await clusters.HearAsync(CompanyEvents.Verified(beta, okved: "91.02", region: "29", name: "Бета"));
        await clusters.HearAsync(CompanyEvents.Verified(alpha, okved: "91", region: "29", name: "Альфа"));
        await clusters.HearAsync(CompanyEvents.Verified(elsewhere, okved: "91", region: "30"));
        await clusters.HearAsync(CompanyEvents.Verified(other, okved: "19.10", region: "29"));
        var suggestions = $"{initiative.Path}/suggestions";
        Assert.Equal([alpha, beta], await clusters.IdsAsync(suggestions, limit: 1, id: "companyId"));
        await clusters.JoinAsync(initiative, alpha);
        Assert.Equal([beta], await clusters.IdsAsync(suggestions, id: "companyId"));
        await clusters.HearAsync(CompanyEvents.Liquidated(beta));
        Assert.Empty(await clusters.IdsAsync(suggestions, id: "companyId"));
    }
}
