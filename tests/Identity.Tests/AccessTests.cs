namespace Technopark.Identity.Tests;

/// <summary>Every operation, each on people of its own: some of them end sessions.</summary>
public sealed class AccessTests(IdentityFixture identity)
{
    [Theory, Operations]
    public async Task Who_reaches_what_is_what_the_table_says(string operation) =>
        Assert.Equal("", await new IdentityOwnedResources(identity).ViolationsAsync(operation));
}
