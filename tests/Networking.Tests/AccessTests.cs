using Technopark.TestKit;

namespace Technopark.Networking.Tests;

/// <summary>Every operation of the OpenAPI document, as nobody and in every role.</summary>
public sealed class AccessTests(NetworkingFixture networking)
{
    public static TheoryData<string> Operations => [.. Operation.Of("networking").Select(operation => operation.Name)];

    [Theory, MemberData(nameof(Operations))]
    public async Task Who_gets_in_is_who_the_table_says(string operation) => Assert.Empty(await networking.MishapsAsync(operation));
}
