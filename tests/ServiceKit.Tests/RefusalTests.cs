using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Technopark.ServiceDefaults;
using Technopark.ServiceKit.Audit;

namespace Technopark.ServiceKit.Tests;

public sealed class RefusalTests(SampleFixture sample)
{
    [Theory]
    [InlineData(Roles.None, 401, "unauthenticated")]
    [InlineData(Roles.Mentor, 403, "forbidden")]
    [InlineData(Roles.Founder, 404, "notFound")]
    public async Task A_refused_write_is_recorded(Roles role, int status, string code)
    {
        var thing = Guid.CreateVersion7();
        Assert.Equal(status, (int)await SendAsync(HttpMethod.Post, $"samples/{thing}/paint", role));
        const string read = """
            select status || ' ' || code || ' ' || operation || ' ' || (actor = 'anonymous')
            from audit where target_id = $1
            """;
        var told = await Eventually.GetAsync("it is recorded", () => sample.ReadAsync(read, thing));
        Assert.Equal($"{status} {code} Paint {(role == Roles.None ? "true" : "false")}", told);
    }

    [Fact]
    public async Task A_mistake_in_form_and_a_look_at_what_is_not_there_are_no_refusals()
    {
        var (thing, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        Assert.Equal(
            HttpStatusCode.BadRequest, await SendAsync(HttpMethod.Post, $"samples/{thing}/paint", Roles.Founder, "{"));
        Assert.Equal(HttpStatusCode.NotFound, await SendAsync(HttpMethod.Get, $"samples/{thing}", Roles.Founder));
        Assert.Equal(HttpStatusCode.Forbidden, await SendAsync(HttpMethod.Get, $"samples/{other}", Roles.Mentor));
        await Eventually.TrueAsync("a look at what is closed is recorded", async () =>
            await sample.CountAsync("select count(*) from audit where target_id = $1 and status = 403", other) == 1);
        Assert.Equal(0, await sample.CountAsync("select count(*) from audit where target_id = $1", thing));
    }

    [Fact]
    public async Task A_flood_of_refusals_loses_some_and_says_how_many()
    {
        var audit = sample.Services(1).GetRequiredService<AuditLog>();
        var actor = $"flood {Guid.CreateVersion7()}";
        var before = await LostAsync();
        const int posted = AuditWriter.Most * 2;
        for (var number = 0; number < posted; number++)
        {
            audit.Post(new AuditEvent(Outcomes.Refused, Actor: actor));
        }

        using var http = sample.Replica(1);
        using var alive = await http.GetAsync(new Uri("/health", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, alive.StatusCode);
        var lost = await Eventually.GetAsync("each is written or said to be lost",
            // It says so as it goes, while others are still coming: only the sum tells.
            async () => await LostAsync() - before is var count && await WrittenAsync(actor) + count == posted
                ? (long?)count : null,
            atMost: TimeSpan.FromSeconds(40));
        Assert.InRange(lost!.Value, posted - AuditWriter.Most - 500, posted - AuditWriter.Most);
    }

    private Task<long> WrittenAsync(string actor) =>
        sample.CountAsync("select count(*) from audit where actor = $1", actor);

    private Task<long> LostAsync() => sample.CountAsync(
        "select coalesce(sum((after ->> 'count')::bigint), 0)::bigint from audit where outcome = 'lost'");

    private async Task<HttpStatusCode> SendAsync(
        HttpMethod method, string path, Roles role, string body = """{"name":"a","colour":"b"}""")
    {
        using var http = sample.Replica(0);
        http.DefaultRequestHeaders.Authorization = role == Roles.None
            ? null : new AuthenticationHeaderValue("Bearer", TestTokens.Of(role));
        using var request = new HttpRequestMessage(method, $"/api/kit/v1/{path}");
        request.Headers.TryAddWithoutValidation("If-Match", "*");
        request.Content = method == HttpMethod.Get ? null : SampleFixture.Json(body);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
