using System.Text;

namespace Technopark.Contracts.Tests.OpenApi;

/// <summary>Redocly's linter with its recommended rules (npm @redocly/cli), of which none is left out.</summary>
internal static class OpenApiLinter
{
    private const string Program = "node_modules/@redocly/cli/bin/cli.js";

    /// <summary>Errors and warnings: the rule, where and what.</summary>
    /// <param name="documents">Paths of files.</param>
    public static async Task<IReadOnlyList<string>> CheckAsync(params IEnumerable<string> documents)
    {
        string[] settings = ["--config=redocly.yaml", "--format=json", "--max-problems=1000"];
        var check = await NodePackages.RunAsync([Program, "lint", .. documents, .. settings]);
        Assert.True(check.ExitCode is 0 or 1, $"{check}");
        // One report a document.
        using var output = new MemoryStream(Encoding.UTF8.GetBytes(check.Output));
        return await JsonSerializer.DeserializeAsyncEnumerable<JsonElement>(output, topLevelValues: true)
            .SelectMany(report => report.GetProperty("problems").EnumerateArray().Select(ToText)).ToListAsync();
    }

    private static string ToText(JsonElement problem)
    {
        var place = problem.GetProperty("location")[0];
        return $"{problem.GetProperty("ruleId")} {place.GetProperty("source").GetProperty("ref")}"
            + $"{place.GetProperty("pointer")}: {problem.GetProperty("message")}";
    }
}
