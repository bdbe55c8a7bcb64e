using Microsoft.AspNetCore.Http;
using Technopark.Client.Insights;
using Technopark.Client.Registry;

namespace Technopark.Client.Tests;

/// <summary>Whatever is no success is a problem with its parts.</summary>
public sealed class ProblemTests
{
    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(412)]
    [InlineData(428)]
    [InlineData(500)]
    public async Task A_refusal_says_what_was_broken(int status)
    {
        await using var server = await OneAnswerServer.StartAsync(
            """
            {"type":"urn:technopark:problem:sharesExceeded","title":"Неверный запрос","status":400,
             "detail":"Больше 100 %.","errors":{"founders[0].sharePercent":["До 100.","И больше 0."]},
             "traceId":"4bf92f35","more":1}
            """, status);
        var refused = await RefusedAsync(server);
        Assert.Equal(((HttpStatusCode)status, "sharesExceeded"), (refused.Status, refused.Code));
        Assert.Equal(("Неверный запрос", "Больше 100 %."), (refused.Title, refused.Detail));
        Assert.Equal(["До 100.", "И больше 0."], refused.Errors["founders[0].sharePercent"]);
        Assert.Equal(("4bf92f35", null), (refused.TraceId, refused.RetryAfter));
    }

    [Fact]
    public async Task It_says_when_to_come_again()
    {
        await using var server = await OneAnswerServer.StartAsync(context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "7";
            context.Response.ContentType = "application/problem+json; charset=utf-8";
            return context.Response.WriteAsync("""{"type":"urn:technopark:problem:tooManyRequests"}""");
        });
        var refused = await RefusedAsync(server);
        Assert.Equal(("tooManyRequests", TimeSpan.FromSeconds(7)), (refused.Code, refused.RetryAfter));
        Assert.Empty(refused.Errors);
    }

    [Fact]
    public async Task What_others_answer_is_a_problem_without_a_code()
    {
        await using var server = await OneAnswerServer.StartAsync(context =>
        {
            context.Response.StatusCode = 502;
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<h1>Bad gateway</h1>");
        });
        var refused = await RefusedAsync(server);
        Assert.Equal((HttpStatusCode.BadGateway, "", "Bad Gateway"), (refused.Status, refused.Code, refused.Title));
    }

    [Fact]
    public async Task A_stream_is_refused_as_any_other_answer()
    {
        await using var server = await OneAnswerServer.StartAsync(
            """{"type":"urn:technopark:problem:unauthorized","title":"Sign in"}""", 401);
        var refused = await Assert.ThrowsAsync<ApiProblemException>(
            async () => await new InsightsClient(server.Http).StreamHeadlineAsync().FirstAsync());
        Assert.Equal("unauthorized", refused.Code);
    }

    private static Task<ApiProblemException> RefusedAsync(OneAnswerServer server) =>
        Assert.ThrowsAsync<ApiProblemException>(() => new RegistryClient(server.Http).ListCompaniesAsync());
}
