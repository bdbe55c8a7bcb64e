namespace Technopark.Clusters.Tests;

public sealed class MembershipTests(ClustersFixture clusters)
{
    [Fact]
    public async Task A_company_joins_commits_and_leaves()
    {
        var (initiative, company) = (await clusters.ProposeAsync(), await clusters.CompanyAsync());
        var invited = await clusters.JoinAsync(initiative, company);
        Assert.Equal(
            ("invited", CompanyEvents.Name, "sme"),
            (invited.Status, invited.Text("memberName"), invited.Text("type")));
        Assert.Equal(["commit", "leave"], invited.Allowed());
        var committed = await clusters.Api.ActAsync(invited, "commit");
        Assert.Equal("committed", committed.Status);
        Assert.Equal(
            1, (await clusters.NowAsync(initiative)).Body.GetProperty("members").GetProperty("sme").GetInt32());
        var left = await clusters.Api.ActAsync(committed, "leave", new { reason = "смена профиля" });
        Assert.Equal(("left", "смена профиля"), (left.Status, left.Text("reason")));
        Assert.Empty(left.Allowed());
        Assert.Empty((await clusters.NowAsync(initiative)).Body.GetProperty("members").EnumerateObject());
        Assert.Equal(["memberCommitted", "memberLeft"], await clusters.EventsAsync(company));
    }

    [Fact]
    public async Task Who_asks_to_join_has_applied()
    {
        var applied = await clusters.JoinAsync(
            await clusters.ProposeAsync(), new { memberName = "Политех", type = "university", entry = "application" });
        Assert.Equal("applied", applied.Status);
        Assert.Equal("committed", (await clusters.Api.ActAsync(applied, "commit")).Status);
    }

    [Fact]
    public async Task A_membership_is_committed_once()
    {
        var committed = await clusters.CommitAsync(await clusters.ProposeAsync(), "financial");
        Assert.Equal("409 invalidTransition", await clusters.ActRefusedAsync(committed, "commit"));
        Assert.Equal("400 reason", await clusters.ActRefusedAsync(committed, "leave"));
    }

    [Fact]
    public async Task A_member_is_a_company_or_a_name()
    {
        var (initiative, company) = (await clusters.ProposeAsync(), await clusters.CompanyAsync());
        object both = new { companyId = company, memberName = "Другое имя", type = "sme" },
        neither = new { type = "sme" };
        foreach (var member in new[] { both, neither })
        {
            Assert.Equal("400 companyId,memberName", await clusters.JoinRefusedAsync(initiative, member));
        }

        Assert.Equal(
            "400 type", await clusters.JoinRefusedAsync(initiative, new { memberName = "Гильдия", type = "guild" }));
    }

    [Fact]
    public async Task Only_a_verified_company_joins()
    {
        var (initiative, registered) = (await clusters.ProposeAsync(), await clusters.RegisteredCompanyAsync());
        foreach (var (company, code)
            in new[] { (registered, "409 companyNotVerified"), (Guid.CreateVersion7(), "400 companyUnknown") })
        {
            Assert.Equal(
                $"{code} companyId",
                await clusters.JoinRefusedAsync(initiative, new { companyId = company, type = "sme" }));
        }
    }

    [Fact]
    public async Task A_member_is_in_an_initiative_once_and_may_come_back()
    {
        var (initiative, company) = (await clusters.ProposeAsync(), await clusters.CompanyAsync());
        object fromRegistry = new { companyId = company, type = "sme" };
        foreach (var member in new[] { fromRegistry, new { memberName = "Банк развития", type = "financial" } })
        {
            var first = await clusters.JoinAsync(initiative, member);
            Assert.Equal("409 alreadyMember", await clusters.JoinRefusedAsync(initiative, member));
            await clusters.Api.ActAsync(first, "leave", new { reason = "пауза" });
            Assert.Equal("invited", (await clusters.JoinAsync(initiative, member)).Status);
        }
    }

    [Theory]
    [InlineData("Банк Развития")]
    [InlineData("БАНК  РАЗВИТИЯ")]
    [InlineData("Банк\u00a0развития")]
    [InlineData("банк развития")]
    public async Task One_name_written_in_other_ways_is_one_member(string another)
    {
        var initiative = await clusters.ProposeAsync();
        await clusters.JoinAsync(initiative, new { memberName = "Банк развития", type = "financial" });
        Assert.Equal(
            "409 alreadyMember",
            await clusters.JoinRefusedAsync(initiative, new { memberName = another, type = "financial" }));
    }

    [Fact]
    public async Task Everyone_who_commits_at_one_time_is_counted()
    {
        var initiative = await clusters.ProposeAsync();
        var invited = new List<Thing>();
        for (var member = 0; member < 8; member++)
        {
            invited.Add(await clusters.JoinAsync(initiative, new { memberName = $"Участник {member}", type = "sme" }));
        }

        await Task.WhenAll(invited.Select(membership => clusters.Api.ActAsync(membership, "commit")));
        Assert.Equal(
            invited.Count,
            (await clusters.NowAsync(initiative)).Body.GetProperty("members").GetProperty("sme").GetInt32());
    }

    [Fact]
    public async Task Two_commits_of_one_membership_count_once()
    {
        var initiative = await clusters.ProposeAsync();
        var invited = await clusters.JoinAsync(initiative, new { memberName = "Участник", type = "sme" });
        var attempts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            ClustersFixture.OutcomeAsync(() => clusters.Api.ActAsync(invited, "commit"))));
        Assert.Single(attempts, "committed");
        Assert.Equal(3, attempts.Count(attempt => attempt == "412 stale"));
        Assert.Equal(
            1, (await clusters.NowAsync(initiative)).Body.GetProperty("members").GetProperty("sme").GetInt32());
    }
}
