using Microsoft.AspNetCore.Http;

namespace Technopark.Gateway.Tests;

public sealed class LimitTests
{
    private const string Trees = "/api/orchard/v1/trees";

    /// <summary>What passes to the identity service here: there is none.</summary>
    private const HttpStatusCode Away = HttpStatusCode.ServiceUnavailable;

    [Fact]
    public async Task A_body_that_announces_too_much_is_refused_before_the_service_sees_it()
    {
        await using var park = await Park.StartAsync();
        var response = await park.Client.PostAsync(Trees, new ByteArrayContent(new byte[(1 << 20) + 1]));
        await ProblemAssert.IsProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, "tooLarge");
        Assert.Empty(park.Centre.Requests);
    }

    [Fact]
    public async Task A_body_that_announces_nothing_is_cut_off_at_the_limit()
    {
        await using var park = await Park.StartAsync("--Gateway:MaxBodyBytes=1000");
        var read = 0L;
        park.Centre.Answer = async context =>
        {
            var buffer = new byte[4096];
            for (var n = 1; n > 0; read += n)
            {
                n = await context.Request.Body.ReadAsync(buffer, context.RequestAborted);
            }
        };
        using var request =
            new HttpRequestMessage(HttpMethod.Post, Trees) { Content = new ByteArrayContent(new byte[100_000]) };
        request.Headers.TransferEncodingChunked = true;
        var response = await park.Client.SendAsync(request);
        await ProblemAssert.IsProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, "tooLarge");
        Assert.InRange(Interlocked.Read(ref read), 0, 1000);
    }

    [Fact]
    public async Task A_body_at_the_limit_passes()
    {
        await using var park = await Park.StartAsync("--Gateway:MaxBodyBytes=1000");
        park.Centre.Answer = async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            await context.Response.WriteAsync($"{body.Length}");
        };
        var response = await park.Client.PostAsync(Trees, new ByteArrayContent(new byte[1000]));
        Assert.Equal("1000", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back_and_the_probe_is_not_counted()
    {
        await using var park = await Park.StartAsync("--Gateway:RateLimit:LoopbackPerSecond=1");
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => park.Client.GetAsync(Trees)));
        var refused = answers.First(answer => answer.StatusCode != HttpStatusCode.OK);
        await ProblemAssert.IsProblemAsync(refused, HttpStatusCode.TooManyRequests, "tooManyRequests");
        ProblemAssert.SaysWhenToRetry(refused);
        Assert.Equal(answers.Count(answer => answer.StatusCode == HttpStatusCode.OK), park.Centre.Requests.Count);
        Assert.Equal("Healthy", await park.Client.GetStringAsync("/health"));
    }

    [Fact]
    public async Task Each_address_has_its_own_bucket_of_the_configured_size()
    {
        await using var park = await Park.StartAsync(
            "--Gateway:TrustedProxies:0=127.0.0.1", "--Gateway:RateLimit:PerSecond=1", "--Gateway:RateLimit:Burst=20");
        Assert.InRange(await PassedAsync(park, Enumerable.Repeat("203.0.113.1", 50)), 20, 49);
        Assert.Equal(20, await PassedAsync(park, Enumerable.Repeat("203.0.113.2", 20)));

        // One client chooses freely within its /64.
        Assert.InRange(await PassedAsync(park, Enumerable.Range(1, 50).Select(n => $"2001:db8::{n}")), 20, 49);
        Assert.Equal(20, await PassedAsync(park, Enumerable.Range(1, 20).Select(n => $"2001:db8:{n}::1")));
    }

    [Fact]
    public async Task What_may_cost_a_hash_has_a_smaller_bucket_of_each_address()
    {
        await using var park = await Park.StartAsync(
            "--Gateway:TrustedProxies:0=127.0.0.1", "--Gateway:RateLimit:AttemptsPerSecond=1",
            "--Gateway:RateLimit:AttemptsBurst=20");
        var (one, other) = (Enumerable.Repeat("203.0.113.1", 50), Enumerable.Repeat("203.0.113.2", 20));
        Assert.InRange(await PassedAsync(park, one, HttpMethod.Post, "/identity/signin", Away), 20, 40);
        Assert.Equal(20, await PassedAsync(park, other, HttpMethod.Post, "/identity/connect/token", Away));
        Assert.Equal(50, await PassedAsync(park, one, HttpMethod.Get, "/identity/signin", Away));
    }

    [Fact]
    public async Task A_body_is_too_long_also_where_people_come_back_from_signing_in()
    {
        await using var park = await Park.StartAsync();
        var response = await park.Client.PostAsync("/signin/done", new ByteArrayContent(new byte[(1 << 20) + 1])
        {
            Headers = { ContentType = new("application/x-www-form-urlencoded") },
        });
        await ProblemAssert.IsProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, "tooLarge");
    }

    [Fact]
    public async Task This_machine_is_not_limited_unless_told_to()
    {
        await using var park = await Park.StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 1500).Select(_ => park.Client.GetAsync(Trees)));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
    }

    private static Task<int> PassedAsync(Park park, IEnumerable<string> addresses) =>
        PassedAsync(park, addresses, HttpMethod.Get, Trees, HttpStatusCode.OK);

    private static async Task<int> PassedAsync(
        Park park, IEnumerable<string> addresses, HttpMethod method, string path, HttpStatusCode passed)
    {
        var statuses = await Task.WhenAll(addresses.Select(async address =>
        {
            using var request = new HttpRequestMessage(method, path) { Headers = { { "X-Forwarded-For", address } } };
            using var response = await park.Client.SendAsync(request);
            return response.StatusCode;
        }));
        return statuses.Count(status => status == passed);
    }
}
