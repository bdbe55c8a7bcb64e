using System.Text.Json.Nodes;
using Technopark.ParkClient;

namespace Technopark.Contracts.Tests.OpenApi;

/// <summary>The documents are such as other programs' tools can work with.</summary>
public sealed class OpenApiTests
{
    private static readonly string[] Documents =
        [.. Directory.GetDirectories(Path.Combine(Repository.Root, "services"))
            .Select(service => Path.Combine(service, "openapi")).Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "*.v1.json")).Order(StringComparer.Ordinal)];

    [Fact]
    public async Task The_linter_has_nothing_to_say_against_any_document()
    {
        Assert.True(Documents.Length > 6, "The documents were not found.");
        Assert.Empty(await OpenApiLinter.CheckAsync(Documents));
    }

    [Theory]
    [InlineData("/info", "license", "info-license")]
    [InlineData("/tags/0", "description", "tag-description")]
    [InlineData("/components/securitySchemes", "token", "security-defined")]
    [InlineData("/components/responses/notFound/content/application~1problem+json/example", "title",
        "no-invalid-media-type-examples")]
    public async Task The_linter_objects_to_what_is_missing(string at, string member, string rule)
    {
        var broken = JsonNode.Parse(await File.ReadAllTextAsync(Documents[0]))!;
        Assert.True(Find(broken, at).AsObject().Remove(member));
        Assert.Contains(await CheckAsync(broken), found => found.StartsWith(rule, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_linter_objects_to_an_operation_without_refusals()
    {
        var broken = JsonNode.Parse(await File.ReadAllTextAsync(Documents[0]))!;
        var answers = broken["paths"]!.AsObject().First().Value!.AsObject().First().Value!["responses"]!.AsObject();
        foreach (var refusal in answers.Select(answer => answer.Key).Where(status => status[0] == '4').ToArray())
        {
            answers.Remove(refusal);
        }

        Assert.Contains(
            await CheckAsync(broken), found => found.StartsWith("operation-4xx-response", StringComparison.Ordinal));
    }

    private static JsonNode Find(JsonNode node, string pointer) => pointer.Split('/')[1..]
        .Select(step => step.Replace("~1", "/", StringComparison.Ordinal))
        .Aggregate(node, (at, step) => at is JsonArray items ? items[int.Parse(step, CultureInfo.InvariantCulture)]!
            : at[step] ?? throw new InvalidOperationException($"The document has no {pointer}."));

    private static async Task<IReadOnlyList<string>> CheckAsync(JsonNode document)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7()}.json");
        try
        {
            await File.WriteAllTextAsync(file, document.ToJsonString());
            return await OpenApiLinter.CheckAsync(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
