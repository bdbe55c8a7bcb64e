namespace Technopark.SystemTests;

/// <summary>Two more replicas of the gateway, whose clock runs ahead, so that tokens have run out for them.</summary>
public sealed class RefreshTests(RunningPark park)
{
    private const string Me = "/api/identity/v1/me";

    [Fact]
    public async Task However_many_requests_find_the_token_run_out_it_is_refreshed_once()
    {
        using var member = await Member.SignInAsync(park);
        var clock = new Ahead { By = TimeSpan.FromMinutes(9.9) };
        await using var one = await park.AnotherGatewayAsync(clock);
        await using var two = await park.AnotherGatewayAsync(clock);
        var before = await RefreshTokensAsync(member.Mail);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 24).Select(i => (i % 2 == 0 ? one : two).StatusAsync(Me, member.Cookie)));

        Assert.All(answers, status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.Equal(before + 1, await RefreshTokensAsync(member.Mail));
    }

    [Fact]
    public async Task While_the_identity_service_is_away_a_session_waits_and_goes_on_afterwards()
    {
        using var member = await Member.SignInAsync(park);
        var clock = new Ahead();
        await using var gateway = await park.AnotherGatewayAsync(clock);
        clock.By = TimeSpan.FromMinutes(11);
        var killing = park.KillAsync("identity", keepDown: TimeSpan.FromSeconds(3));
        var seen = new HashSet<HttpStatusCode>();
        while (!killing.IsCompleted)
        {
            seen.Add(await gateway.StatusAsync(Me, member.Cookie));
        }

        await killing;
        Assert.DoesNotContain(HttpStatusCode.Unauthorized, seen);
        Assert.Contains(HttpStatusCode.ServiceUnavailable, seen);
        await Eventually.TrueAsync(
            "the session goes on", async () => await gateway.StatusAsync(Me, member.Cookie) == HttpStatusCode.OK);
    }

    private Task<long> RefreshTokensAsync(string mail) => park.ScalarAsync<long>(
        "identity",
        """
        select count(*) from "OpenIddictTokens" t join accounts a on t.subject = a.id::text
        where a.email = $1 and t.type like '%refresh_token'
        """,
        mail);

    private sealed class Ahead : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + By;
    }
}
