namespace Technopark.Clusters.Tests;

public sealed class CriteriaTests(ClustersFixture clusters)
{
    [Fact]
    public async Task Each_criterion_is_shown_with_what_is_required_and_what_there_is()
    {
        var initiative = await clusters.ProposeAsync(ClustersFixture.Initiative(fte: 0.25m, website: null));
        await clusters.CommitAsync(initiative, "sme");
        await clusters.JoinAsync(initiative, new { memberName = "Комитет по промышленности", type = "public" });
        var view = (await clusters.Api.GetAsync($"{initiative.Path}/criteria")).Body;
        Assert.Equal(initiative.Id, view.GetProperty("initiativeId").GetGuid());
        Assert.False(view.GetProperty("met").GetBoolean());
        Assert.Equal(
            [
                ("members", 15m, 1m, false), ("memberTypes", 2m, 1m, false), ("fte", 0.5m, 0.25m, false),
                ("publicBody", 1m, 0m, false), ("website", 1m, 0m, false)],
            view.GetProperty("criteria").EnumerateArray().Select(Row));
        Assert.All(view.GetProperty("criteria").EnumerateArray(), criterion =>
        {
            Assert.NotEqual("", criterion.GetProperty("text").GetProperty("en").GetString());
            Assert.NotEqual("", criterion.GetProperty("text").GetProperty("ru").GetString());
        });
    }

    [Fact]
    public async Task They_are_live_and_activation_names_those_that_fail()
    {
        var initiative = await clusters.FormAsync(ClustersFixture.Initiative(fte: 0.4m, website: null));
        await clusters.CommitManyAsync(initiative, "sme", 13);
        await RefusedForAsync(initiative, "members", "memberTypes", "fte", "publicBody", "website");
        await clusters.Api.ActAsync(initiative.Path, "describe", new { fte = 0.5m });
        await RefusedForAsync(initiative, "members", "memberTypes", "publicBody", "website");
        await clusters.CommitAsync(initiative, "university");
        await RefusedForAsync(initiative, "members", "publicBody", "website");
        var city = await clusters.CommitAsync(initiative, "public");
        await RefusedForAsync(initiative, "website");
        await clusters.Api.ActAsync(city.Path, "leave", new { reason = "реорганизация" });
        await RefusedForAsync(initiative, "members", "publicBody", "website");
        await clusters.CommitAsync(initiative, "public");
        await clusters.Api.ActAsync(initiative.Path, "describe", new { website = "https://city.example" });
        Assert.True((await clusters.Api.GetAsync($"{initiative.Path}/criteria")).Body.GetProperty("met").GetBoolean());
        var active = await clusters.Api.ActAsync(initiative.Path, "activate");
        Assert.Equal("active", active.Status);
        var said = Assert.Single(await clusters.SaidAsync(initiative.Id), said => said.Type == "initiativeActivated");
        Assert.Equal(15, said.Data.GetProperty("members").GetInt32());
    }

    private async Task RefusedForAsync(Thing initiative, params string[] criteria)
    {
        Assert.Equal(
            $"409 criteriaUnmet {string.Join(',', criteria.Order())}",
            await clusters.ActRefusedAsync(initiative, "activate"));
        Assert.Equal("forming", (await clusters.NowAsync(initiative)).Status);
    }

    private static (string?, decimal, decimal, bool) Row(JsonElement criterion) => (
        criterion.GetProperty("code").GetString(), criterion.GetProperty("required").GetDecimal(),
        criterion.GetProperty("actual").GetDecimal(), criterion.GetProperty("met").GetBoolean());
}
