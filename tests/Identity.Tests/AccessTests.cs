using Technopark.TestKit;

namespace Technopark.Identity.Tests;

/// <summary>Every operation of the OpenAPI document, as nobody and in every role.</summary>
public sealed class AccessTests(IdentityFixture identity)
{
    public static TheoryData<string> Operations => [.. Operation.Of("identity").Select(operation => operation.Name)];

    [Theory, MemberData(nameof(Operations))]
    public async Task Who_gets_in_is_who_the_table_says(string operation) => Assert.Empty(await identity.MishapsAsync(operation));
}
