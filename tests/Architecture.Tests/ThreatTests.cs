namespace Technopark.Architecture.Tests;

/// <summary>What the threat model says is shown by a test is shown by a test that exists.</summary>
public sealed partial class ThreatTests
{
    private const string Page = "docs/threats.md";

    [Fact]
    public void Every_test_that_the_threat_model_names_exists()
    {
        var named = Named().Matches(Repository.Read(Page))
            .Select(match => (Class: match.Groups[1].Value, Method: match.Groups[2].Value)).ToArray();
        Assert.NotEmpty(named);
        Assert.All(named, test => Assert.True(Exists(test.Class, test.Method), $"There is no test {test}."));
    }

    private static bool Exists(string @class, string method) => Repository.Files
        .Where(path => Repository.IsTest(path) && path.EndsWith($"/{@class}.cs", StringComparison.Ordinal))
        .Any(path => Repository.Read(path).Contains($" {method}(", StringComparison.Ordinal));

    [GeneratedRegex("`(\\w+Tests)\\.(\\w+)`")]
    private static partial Regex Named();
}
