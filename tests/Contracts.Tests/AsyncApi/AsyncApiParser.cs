namespace Technopark.Contracts.Tests.AsyncApi;

/// <summary>The parser that the AsyncAPI project publishes (npm @asyncapi/parser).</summary>
internal static class AsyncApiParser
{
    /// <summary>Errors and warnings, one a line; empty where there are none.</summary>
    public static async Task<string> CheckAsync(string document)
    {
        var check = await NodePackages.RunAsync(["validate-asyncapi.mjs"], document);
        Assert.True(check.ExitCode is 0 or 1, $"{check}");
        Assert.Equal(check.ExitCode == 0, check.Output.Length == 0);
        return check.Output;
    }
}
