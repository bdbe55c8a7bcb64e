namespace Technopark.Gateway.Tests;

public sealed class ReachabilityTests : IAsyncLifetime
{
    private Park park = null!;

    public static TheoryData<string> Internal =>
    [
        "/alive", "/ALIVE/", "/ops/messages", "/Ops/Messages/Redrive", "/grpc", "/metrics", "/api", "/api/orchard",
        "/api/orchard/health", "/api/orchard/v2/trees", "/api/portal/v1/health", "/api/rabbitmq/v1/overview",
        "/openapi/v1.json", "/openapi/portal.v1.json", "/api/orchard/v1/../../../ops/messages", "/api/orchard/v1/..",
        "/api/orchard/v1/./trees", "/api/orchard/v1/%2e%2e/%2e%2e/%2e%2e/ops/messages",
        "/api/orchard/v1/%2E%2E/%2e./health", "/api/orchard/v1/..%2f..%2f..%2fops/messages",
        "/api/orchard/v1/..%5c..%5c..%5cops%5cmessages", "/api/orchard/v1/..\\..\\..\\ops\\messages",
        "/api/orchard/v1/%252e%252e/%252e%252e/%252e%252e/ops/messages", "/api/orchard/v1/%252fops",
        "/api/orchard/v1//ops/messages", "//ops/messages", "/./ops/messages", "/%6fps/messages", "/%61live",
        "/api/orchard/v1/;/../../ops", "/api/orchard/v1/x%00/ops",
    ];

    public async ValueTask InitializeAsync() => park = await Park.StartAsync();

    public ValueTask DisposeAsync() => park.DisposeAsync();

    [Theory]
    [InlineData("orchard")]
    [InlineData("apiary")]
    public async Task A_centres_public_api_and_document_pass_unchanged(string centre)
    {
        var api = $"/api/{centre}/v1/things/1?limit=2&name=%D0%9D%20%26";
        Assert.Equal(HttpStatusCode.OK, (await park.Client.GetAsync(api)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await park.Client.GetAsync($"/openapi/{centre}.v1.json")).StatusCode);
        Assert.Equal([api, "/openapi/v1.json"], park.Centre.Requests.Select(request => request.Target));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/trees/1")]
    [InlineData("/portal.abc123.css")]
    public async Task Pages_come_from_the_portal(string page)
    {
        Assert.Equal(HttpStatusCode.OK, (await park.Client.GetAsync(page)).StatusCode);
        Assert.Equal(page, Assert.Single(park.Portal.Requests).Target);
        Assert.Empty(park.Centre.Requests);
    }

    [Theory, MemberData(nameof(Internal))]
    public async Task Nothing_internal_is_reached_however_it_is_written(string target)
    {
        foreach (var method in new[] { "GET", "POST", "HEAD" })
        {
            Assert.InRange(await park.SendRawAsync(target, method), 400, 404);
        }

        Assert.Empty(park.Centre.Requests);
        Assert.Empty(park.Portal.Requests);
    }

    [Theory]
    [InlineData("http://orchard/ops/messages", "GET")]
    [InlineData("http://localhost/api/orchard/v1/trees", "GET")]
    [InlineData("*", "OPTIONS")]
    [InlineData("localhost:80", "CONNECT")]
    [InlineData("/api/orchard/v1/trees", "TRACE")]
    [InlineData("/api/orchard/v1/trees", "PROPFIND")]
    public async Task Requests_to_a_proxy_or_by_an_unknown_method_go_nowhere(string target, string method)
    {
        var host = target.StartsWith("http://orchard", StringComparison.Ordinal) ? "orchard" : "localhost";
        Assert.InRange(await park.SendRawAsync(target, method, host), 400, 405);
        Assert.Empty(park.Centre.Requests);
        Assert.Empty(park.Portal.Requests);
    }

    [Fact]
    public async Task A_page_that_rebinds_its_name_to_this_machine_is_refused()
    {
        Assert.Equal(400, await park.SendRawAsync("/api/orchard/v1/trees", host: "evil.example"));
        Assert.Empty(park.Centre.Requests);
    }

    [Fact]
    public async Task Health_is_the_gateways_own_and_says_one_word()
    {
        Assert.Equal("Healthy", await park.Client.GetStringAsync("/health"));
        Assert.Empty(park.Portal.Requests);
    }

    [Fact]
    public async Task An_unknown_address_of_the_api_is_a_problem_in_the_callers_language()
    {
        var response = await park.AskAsync("/api/unknown/v1/x", ("Accept-Language", "ru-RU,ru;q=0.9"));
        var problem = await ProblemAssert.IsProblemAsync(response, HttpStatusCode.NotFound, "notFound");
        Assert.Equal("Такого нет", problem.GetProperty("title").GetString());
    }
}
