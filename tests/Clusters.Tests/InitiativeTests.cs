namespace Technopark.Clusters.Tests;

public sealed class InitiativeTests(ClustersFixture clusters)
{
    [Fact]
    public async Task An_initiative_goes_from_proposed_to_forming()
    {
        var proposed = await clusters.ProposeAsync();
        Assert.Equal(("proposed", $"{clusters.Initiatives}/{proposed.Id}"), (proposed.Status, proposed.Path));
        Assert.Equal(["assess", "reject", "describe", "memberships"], proposed.Allowed());
        var assessed = await clusters.Api.ActAsync(proposed, "assess");
        Assert.Equal("assessed", assessed.Status);
        Assert.Equal("forming", (await clusters.Api.ActAsync(assessed, "form")).Status);
    }

    [Theory]
    [InlineData("name", """{"name":"","anchorOkved":["62"],"coordinator":"C","fte":1}""")]
    [InlineData("anchorOkved", """{"name":"A","anchorOkved":[],"coordinator":"C","fte":1}""")]
    [InlineData("anchorOkved", """{"name":"A","anchorOkved":["62","6"],"coordinator":"C","fte":1}""")]
    [InlineData("anchorOkved", """{"name":"A","coordinator":"C","fte":1}""")]
    [InlineData("region", """{"name":"A","anchorOkved":["62"],"region":"781","coordinator":"C","fte":1}""")]
    [InlineData("coordinator", """{"name":"A","anchorOkved":["62"],"fte":1}""")]
    [InlineData("fte", """{"name":"A","anchorOkved":["62"],"coordinator":"C","fte":-1}""")]
    [InlineData("fte", """{"name":"A","anchorOkved":["62"],"coordinator":"C","fte":0.495}""")]
    [InlineData(
        "website", """{"name":"A","anchorOkved":["62"],"coordinator":"C","fte":1,"website":"robotics.example"}""")]
    public async Task Bad_input_is_refused_by_field(string field, string body) =>
        Assert.Equal($"400 {field}", await clusters.BodyRefusedAsync(clusters.Initiatives, body));

    [Fact]
    public async Task A_transition_that_is_not_listed_is_refused()
    {
        var refused = await clusters.Api.ActRefusedAsync((await clusters.ProposeAsync()).Path, "activate");
        Assert.Equal((HttpStatusCode.Conflict, "invalidTransition"), (refused.Status, refused.Code));
        Assert.Contains("proposed", refused.Problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("reject", "rejected")]
    [InlineData("dissolve", "dissolved")]
    public async Task An_end_is_final_has_a_reason_and_ends_memberships(string verb, string status)
    {
        var initiative = verb == "reject" ? await clusters.ProposeAsync() : await clusters.FormAsync();
        var (committed, invited) = (
            await clusters.CommitAsync(initiative, "sme"),
            await clusters.JoinAsync(initiative, await clusters.CompanyAsync()));
        Assert.Equal("400 reason", await clusters.ActRefusedAsync(initiative, verb));
        var ended = await clusters.Api.ActAsync(initiative.Path, verb, new { reason = "нет спроса" });
        Assert.Equal((status, "нет спроса"), (ended.Status, ended.Text("reason")));
        Assert.Empty(ended.Allowed());
        Assert.Equal("left", (await clusters.NowAsync(committed)).Status);
        Assert.Equal("left", (await clusters.NowAsync(invited)).Status);
        Assert.Equal(["memberCommitted", "memberLeft"], await clusters.EventsAsync(committed.Id));
        Assert.Empty(await clusters.SaidAsync(invited.Id));
        Assert.Equal(
            "409 initiativeTakesNoMembers",
            await clusters.JoinRefusedAsync(initiative, new { memberName = "Опоздавший", type = "sme" }));
    }

    [Fact]
    public async Task What_is_described_changes_and_what_is_left_out_stays()
    {
        var initiative = await clusters.ProposeAsync();
        var described = await clusters.Api.ActAsync(initiative, "describe", new { strategy = "Пять лет до золота" });
        Assert.Equal(
            ("Пять лет до золота", "https://robotics.example"),
            (described.Text("strategy"), described.Text("website")));
        Assert.Equal(("1.5", "1.5"), (initiative.Text("fte"), described.Text("fte")));
    }
}
