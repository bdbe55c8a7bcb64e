using Microsoft.AspNetCore.Http;

namespace Technopark.Gateway.Tests;

public sealed class FailureTests
{
    private const string Trees = "/api/orchard/v1/trees";
    private const string Stream = "/api/apiary/v1/hives/stream";

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task A_service_that_is_away_is_a_problem_that_says_when_to_retry(string method)
    {
        await using var park = await Park.StartAsync();
        await park.Centre.DisposeAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), Trees);
        var response = await park.Client.SendAsync(request);
        await ProblemAssert.IsProblemAsync(response, HttpStatusCode.ServiceUnavailable, "unavailable");
        ProblemAssert.SaysWhenToRetry(response);
    }

    [Fact]
    public async Task A_service_without_an_address_is_away()
    {
        await using var park = await Park.StartAsync("--services:orchard:http:0=");
        var response = await park.Client.GetAsync(Trees);
        await ProblemAssert.IsProblemAsync(response, HttpStatusCode.ServiceUnavailable, "unavailable");
        ProblemAssert.SaysWhenToRetry(response);
    }

    [Fact]
    public async Task A_service_that_hangs_up_is_away()
    {
        await using var park = await Park.StartAsync();
        park.Centre.Answer = HangUp;
        var response = await park.Client.PostAsync(Trees, new StringContent("{}"));
        await ProblemAssert.IsProblemAsync(response, HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.Single(park.Centre.Requests);
    }

    [Fact]
    public async Task A_service_that_stays_silent_is_given_up()
    {
        await using var park = await Park.StartAsync("--Gateway:Timeout=00:00:00.200");
        park.Centre.Answer = _ => park.Centre.Stopped;
        await ProblemAssert.IsProblemAsync(await park.Client.GetAsync(Trees), HttpStatusCode.GatewayTimeout, "timeout");
    }

    [Fact]
    public async Task A_service_back_again_is_used_again()
    {
        await using var park = await Park.StartAsync();
        park.Centre.Answer = HangUp;
        for (var n = 0; n < 30; n++)
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await park.Client.PostAsync(Trees, null)).StatusCode);
        }

        park.Centre.Answer = null;
        Assert.Equal(HttpStatusCode.OK, (await park.Client.PostAsync(Trees, null)).StatusCode);
    }

    [Fact]
    public async Task What_the_service_says_of_a_failure_passes_as_it_is()
    {
        await using var park = await Park.StartAsync();
        park.Centre.Answer = async context =>
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "7";
            context.Response.ContentType = "application/problem+json";
            await context.Response.WriteAsync("""{"type":"urn:technopark:problem:databaseAway"}""");
        };
        var response = await park.Client.GetAsync(Trees);
        Assert.Equal(TimeSpan.FromSeconds(7), response.Headers.RetryAfter?.Delta);
        Assert.Equal("""{"type":"urn:technopark:problem:databaseAway"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_live_stream_may_be_silent_longer_than_a_request_and_is_passed_on_as_it_comes()
    {
        await using var park = await Park.StartAsync("--Gateway:Timeout=00:00:00.100");
        var next = new TaskCompletionSource();
        park.Centre.Answer = async context =>
        {
            context.Response.ContentType = "text/event-stream";
            await context.Response.WriteAsync("data: 1\n\n");
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await next.Task;
            await context.Response.WriteAsync("data: 2\n\n");
        };
        using var live = new StreamReader(await park.Client.GetStreamAsync(Stream));
        Assert.Equal("data: 1", await live.ReadLineAsync());

        // A request that is given up meanwhile shows that more than the timeout has passed.
        park.Centre.Answer = _ => park.Centre.Stopped;
        Assert.Equal(HttpStatusCode.GatewayTimeout, (await park.Client.GetAsync(Trees)).StatusCode);
        next.SetResult();
        await live.ReadLineAsync();
        Assert.Equal("data: 2", await live.ReadLineAsync());
    }

    private static Task HangUp(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }
}
