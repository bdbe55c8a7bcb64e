using System.Text.Json.Nodes;
using Technopark.ParkClient;

namespace Technopark.Contracts.Tests.AsyncApi;

/// <summary><c>UPDATE_ASYNCAPI=1 dotnet test tests/Contracts.Tests</c> rewrites the generated document.</summary>
public sealed class AsyncApiTests
{
    private static readonly string Committed = Path.Combine(Repository.Root, "services/Contracts/asyncapi.v1.json");

    [Fact]
    public async Task The_committed_document_is_what_the_contracts_say()
    {
        var generated = AsyncApiDocument.Generate();
        if (Environment.GetEnvironmentVariable("UPDATE_ASYNCAPI") == "1")
        {
            await File.WriteAllTextAsync(Committed, generated);
        }

        var committed = File.Exists(Committed) ? await File.ReadAllTextAsync(Committed) : "";
        Assert.True(generated == committed, $"""
            services/Contracts/asyncapi.v1.json is not what Contracts say: {FirstDifference(committed, generated)}
            Run  UPDATE_ASYNCAPI=1 dotnet test tests/Contracts.Tests  and look at the diff before you commit it.
            """);
    }

    [Fact]
    public async Task The_parser_of_AsyncAPI_has_nothing_to_say_against_it() =>
        Assert.Empty(await AsyncApiParser.CheckAsync(AsyncApiDocument.Generate()));

    [Theory]
    [InlineData("info", "info")]
    [InlineData("components", "components")]
    public async Task The_parser_objects_to_a_document_that_lacks_a_part(string part, string named)
    {
        var broken = JsonNode.Parse(AsyncApiDocument.Generate())!.AsObject();
        broken.Remove(part);
        Assert.Contains(named, await AsyncApiParser.CheckAsync(broken.ToJsonString()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_parser_objects_to_an_example_that_does_not_fit_its_schema()
    {
        var broken = JsonNode.Parse(AsyncApiDocument.Generate())!;
        var message = broken["components"]!["messages"]!["technopark.registry.companyVerified.v1"]!;
        message["examples"]![0]!["payload"]!["kind"] = "circus";
        Assert.Contains("kind", await AsyncApiParser.CheckAsync(broken.ToJsonString()), StringComparison.Ordinal);
    }

    private static string FirstDifference(string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        var line = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"from line {line + 1} on, where it should say {now.ElementAtOrDefault(line)?.Trim() ?? "nothing"}";
    }
}
