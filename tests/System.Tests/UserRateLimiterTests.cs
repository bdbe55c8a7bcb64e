namespace Technopark.SystemTests;

/// <summary>How much one person may ask for, from whatever address.</summary>
public sealed class UserRateLimiterTests(RunningPark park)
{
    private const string Me = "/api/identity/v1/me";

    [Fact]
    public async Task Whoever_asks_too_much_waits_and_nobody_else_does()
    {
        using var hasty = await Member.SignInAsync(park);
        using var other = await Member.SignInAsync(park);
        await using var gateway = await park.AnotherGatewayAsync(
            null, "--Gateway:RateLimit:LoopbackPerSecond=1000", "--Gateway:RateLimit:PersonPerSecond=1",
            "--Gateway:RateLimit:PersonBurst=3");

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => gateway.GetAsync(Me, hasty.Cookie)));
        var refused = answers.Where(answer => answer.StatusCode == HttpStatusCode.TooManyRequests).ToArray();
        Assert.InRange(answers.Count(answer => answer.IsSuccessStatusCode), 3, 10);
        Assert.Equal(answers.Length, refused.Length + answers.Count(answer => answer.IsSuccessStatusCode));
        Assert.All(refused, answer => Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 5));

        Assert.Equal(HttpStatusCode.OK, await gateway.StatusAsync(Me, other.Cookie));
    }
}
