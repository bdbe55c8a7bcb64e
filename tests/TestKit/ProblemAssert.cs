using Xunit;

namespace Technopark.TestKit;

public static class ProblemAssert
{
    /// <summary>A problem (RFC 9457) of this status and code, with a title and a trace to ask about.</summary>
    public static async Task<JsonElement> IsProblemAsync(
        HttpResponseMessage response, HttpStatusCode status, string code)
    {
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal($"urn:technopark:problem:{code}", problem.GetProperty("type").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("title").GetString()));
        Assert.False(string.IsNullOrEmpty(problem.GetProperty("traceId").GetString()));
        return problem;
    }

    public static void SaysWhenToRetry(HttpResponseMessage response) =>
        Assert.True(response.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
}
