using System.Text.Json.Nodes;
using Technopark.Contracts.Tests.ContractSnapshots;

namespace Technopark.Contracts.Tests;

/// <summary>What an event may tell of a person can be taken from it, and it is still that event.</summary>
public sealed class EventWordsTests
{
    private const string Name = "Анна Первая";

    /// <summary>Codes of classifiers and names of the park's own; all other texts are somebody's words.</summary>
    private static readonly string[] Codes = ["okvedMain", "region", "roles"];

    public static TheoryData<string> Names => [.. EventSnapshots.All.Select(snapshot => snapshot.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Without_its_words_an_event_names_nobody_and_can_be_read(string name)
    {
        var type = EventTypes.Find(name)!;
        var said = JsonNode.Parse(EventSnapshots.All.Single(snapshot => snapshot.Name == name).Json)!.AsObject();
        foreach (var text in TextsOf(type))
        {
            said[text] = said[text] is JsonArray ? new JsonArray(Name) : Name;
        }

        var erased = EventWords.Erase(name, said.ToJsonString());
        var left = JsonNode.Parse(erased)!.AsObject().Where(member => member.Value is not null
            && member.Value.ToJsonString(ContractJson.Options).Contains(
                JsonSerializer.Serialize(Name, ContractJson.Options), StringComparison.Ordinal));
        Assert.Equal(TextsOf(type).Intersect(Codes).Order(), left.Select(member => member.Key).Order());

        var read = (IntegrationEvent)JsonSerializer.Deserialize(erased, type, ContractJson.Options)!;
        Assert.Equal((long)said["version"]!, read.Version);
        Assert.Equal(erased, EventWords.Erase(name, erased));
    }

    [Fact]
    public void Events_have_words() => Assert.True(
        EventTypes.All.Sum(type => TextsOf(type).Except(Codes).Count()) > 15);

    [Fact]
    public void Of_an_event_that_is_not_known_no_text_is_left() => Assert.Equal(
        """{"id":"0198a0d5-0000-7000-8000-000000000001","on":"2026-01-02","name":"\u2014","version":1}""",
        EventWords.Erase(
            "technopark.engineering.testRun.v1",
            $$"""{"id":"0198a0d5-0000-7000-8000-000000000001","on":"2026-01-02","name":"{{Name}}","version":1}"""));

    private static IEnumerable<string> TextsOf(Type type) => type.GetProperties()
        .Where(member => member.PropertyType == typeof(string)
            || member.PropertyType.IsAssignableTo(typeof(IEnumerable<string>)))
        .Select(member => JsonNamingPolicy.CamelCase.ConvertName(member.Name));
}
