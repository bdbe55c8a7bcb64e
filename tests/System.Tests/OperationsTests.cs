namespace Technopark.SystemTests;

/// <summary>A service's door for operators has its own key: who took one service over operates no other.</summary>
public sealed class OperationsTests(RunningPark park)
{
    [Theory]
    [InlineData("identity", "POST", "/ops/invitations")]
    [InlineData("identity", "POST", "/ops/accounts/recover")]
    [InlineData("identity", "GET", "/ops/erasures")]
    [InlineData("registry", "GET", "/ops/messages")]
    [InlineData("investment", "GET", "/ops/audit")]
    public async Task The_key_of_another_service_opens_nothing(string service, string method, string path)
    {
        using var answer = await park.OperateAsync(HttpMethod.Parse(method), service, path, key: "networking");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }
}
