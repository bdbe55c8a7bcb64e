namespace Technopark.Identity.Tests;

/// <summary>Every operation, each on people of its own: some of them end sessions.</summary>
public sealed class AccessTests(IdentityFixture identity)
{
    [Theory, Operations]
    public async Task Who_reaches_what_is_what_the_table_says(string operation) =>
        Assert.Equal("", await new IdentityOwnedResources(identity).ViolationsAsync(operation));

    [Fact]
    public async Task What_a_thing_allows_is_what_its_caller_may_do_and_no_more()
    {
        var (violations, tried) = await new IdentityOwnedResources(identity).AllowedViolationsAsync();
        Assert.Equal("", violations);
        Assert.True(tried > 0, "nothing was tried");
    }
}
