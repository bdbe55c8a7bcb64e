namespace Technopark.Architecture.Tests.Rules;

internal static class RuleAssert
{
    /// <summary>Fails with every violation in full, one a line.</summary>
    public static void None(IEnumerable<string> violations)
    {
        var found = violations.ToArray();
        Assert.True(found.Length == 0, $"{found.Length} against the house rules:\n{string.Join('\n', found)}");
    }
}
