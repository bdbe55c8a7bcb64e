using System.Text.Json.Nodes;
using Technopark.Contracts.Tests.ContractSnapshots;

namespace Technopark.Contracts.Tests;

/// <summary>What subscribers outside rely on: names and JSON of the events do not change by accident.</summary>
public sealed class EventSnapshotTests
{
    public static TheoryData<string> Names => [.. EventSnapshots.All.Select(snapshot => snapshot.Name)];

    [Fact]
    public void Every_event_is_pinned_exactly_once()
    {
        var known = EventSnapshots.All.Select(snapshot => snapshot.Fact.GetType().FullName!).Order();
        var published = EventTypes.All.Select(type => type.FullName!).Order();
        Assert.Equal(published, known);
    }

    [Theory, MemberData(nameof(Names))]
    public void Its_name_leads_to_the_event_and_back(string name)
    {
        var type = Find(name).Fact.GetType();
        Assert.Equal(name, EventTypes.NameOf(type));
        Assert.Equal(type, EventTypes.Find(name));
    }

    [Theory, MemberData(nameof(Names))]
    public void It_is_written_byte_for_byte_as_pinned_and_reads_back_as_the_same_event(string name)
    {
        var snapshot = Find(name);
        Assert.Equal(snapshot.Json, Write(snapshot.Fact));
        Assert.Equal(snapshot.Json, Write(Read(snapshot, snapshot.Json)));
    }

    [Theory, MemberData(nameof(Names))]
    public void Members_that_a_newer_publisher_adds_are_skipped(string name)
    {
        var snapshot = Find(name);
        var newer = JsonNode.Parse(snapshot.Json)!.AsObject();
        newer["addedLater"] = new JsonObject { ["nested"] = new JsonArray(1, "two", null) };
        Assert.Equal(snapshot.Json, Write(Read(snapshot, newer.ToJsonString())));
    }

    [Fact]
    public void A_name_that_these_contracts_do_not_know_is_no_event() =>
        Assert.Null(EventTypes.Find("technopark.registry.companyVerified.v9"));

    [Fact]
    public void The_company_of_an_event_is_found_where_there_is_one()
    {
        Assert.NotNull(EventTypes.CompanyOf(Find("technopark.registry.companyVerified.v1").Fact));
        Assert.Null(EventTypes.CompanyOf(Find("technopark.clusters.memberLeft.v1").Fact));
        Assert.Null(EventTypes.CompanyOf(Find("technopark.incubation.callOpened.v1").Fact));
    }

    private static EventSnapshot Find(string name) => EventSnapshots.All.Single(snapshot => snapshot.Name == name);

    private static string Write(object? message) =>
        JsonSerializer.Serialize(message, message!.GetType(), ContractJson.Options);

    private static object? Read(EventSnapshot snapshot, string json) =>
        JsonSerializer.Deserialize(json, snapshot.Fact.GetType(), ContractJson.Options);
}
