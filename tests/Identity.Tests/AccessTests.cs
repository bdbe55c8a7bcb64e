namespace Technopark.Identity.Tests;

/// <summary>Every operation of the OpenAPI document: as nobody, and in every role as owner and as stranger.</summary>
public sealed class AccessTests(IdentityFixture identity)
{
    public static TheoryData<string> Operations => [.. Operation.Of("identity").Select(operation => operation.Name)];

    [Theory, MemberData(nameof(Operations))]
    public async Task Who_reaches_what_is_what_the_table_says(string operation)
    {
        var violations = await new IdentityOwnedResources(identity).ViolationsAsync(operation);
        Assert.True(violations.Length == 0, violations);
    }
}
