using Microsoft.AspNetCore.Http;

namespace Technopark.Gateway.Tests;

public sealed class HeaderTests
{
    private static readonly string[] Claimed =
    [
        "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Prefix", "X-Forwarded-User",
        "X-Forwarded-Port", "Forwarded", "X-User", "X-User-Id", "X-Remote-User", "Remote-User", "X-Auth-Request-User",
        "X-Real-IP", "X-Original-URL", "X-Rewrite-URL", "X-HTTP-Method-Override", "x_user", "X-Client-Cert",
    ];

    [Fact]
    public async Task What_a_client_claims_of_itself_is_taken_away()
    {
        await using var park = await Park.StartAsync();
        await park.AskAsync("/api/orchard/v1/trees",
            [.. Claimed.Select(name => (name, "forged")), ("Cookie", "a=b"), ("If-Match", "\"7\""),
                ("Idempotency-Key", "k"), ("Authorization", "Bearer t")]);
        var seen = Assert.Single(park.Centre.Requests).Headers;
        Assert.DoesNotContain(seen, header => header.Value.Contains("forged", StringComparison.Ordinal));
        Assert.DoesNotContain("Cookie", seen.Keys);
        Assert.Equal("127.0.0.1", seen["X-Forwarded-For"]);
        Assert.Equal("http", seen["X-Forwarded-Proto"]);
        Assert.Equal(park.Address.Authority, seen["X-Forwarded-Host"]);
        Assert.Equal(("\"7\"", "k", "Bearer t"), (seen["If-Match"], seen["Idempotency-Key"], seen["Authorization"]));
    }

    [Fact]
    public async Task A_proxy_that_the_configuration_names_is_believed()
    {
        await using var park = await Park.StartAsync("--Gateway:TrustedProxies:0=127.0.0.1");
        await park.AskAsync(
            "/api/orchard/v1/trees", ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", "https"));
        var seen = Assert.Single(park.Centre.Requests).Headers;
        Assert.Equal("203.0.113.7", seen["X-Forwarded-For"]);
        Assert.Equal("https", seen["X-Forwarded-Proto"]);
        Assert.DoesNotContain(seen.Keys, name => name.StartsWith("X-Original", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Production", "https", true)]
    [InlineData("Production", "http", false)]
    [InlineData("Development", "https", false)]
    public async Task A_browser_that_came_by_https_in_production_is_told_to_stay_with_it(
        string stage, string scheme, bool told)
    {
        await using var park = await Park.StartAsync("--Gateway:TrustedProxies:0=127.0.0.1", $"--environment={stage}");
        var response = await park.AskAsync(
            "/", ("X-Forwarded-For", "203.0.113.7"), ("X-Forwarded-Proto", scheme), ("Host", "park.example"));
        Assert.Equal(told, response.Headers.Contains("Strict-Transport-Security"));
    }

    [Fact]
    public async Task The_portal_gets_its_own_cookies_and_not_those_of_the_session()
    {
        await using var park = await Park.StartAsync();
        await park.AskAsync("/", ("Cookie", "language=ru; tp-state.x=1; tp-nonce.y=2; __Host-tp-other=3"));
        Assert.Equal("language=ru", Assert.Single(park.Portal.Requests).Headers["Cookie"]);
    }

    [Theory]
    [InlineData("/api/orchard/v1/trees", HttpStatusCode.OK)]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/health", HttpStatusCode.OK)]
    [InlineData("/reference/", HttpStatusCode.OK)]
    [InlineData("/api/none", HttpStatusCode.NotFound)]
    [InlineData("/alive", HttpStatusCode.NotFound)]
    public async Task Every_answer_tells_the_browser_what_not_to_do(string path, HttpStatusCode status)
    {
        await using var park = await Park.StartAsync();
        var response = await park.Client.GetAsync(path);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("same-origin", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("frame-ancestors 'none'",
            Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("ru-RU,ru;q=0.9,en;q=0.8", "Запрос нарушает правило", "По этому имени парк не отвечает.")]
    [InlineData("en", "The request breaks a rule", "The park is not reached under this name.")]
    public async Task Another_host_is_a_problem_that_says_so(string language, string title, string rule)
    {
        await using var park = await Park.StartAsync();
        var response = await park.AskAsync("/", ("Host", "evil.example"), ("Accept-Language", language));
        var problem = await ProblemAssert.IsProblemAsync(response, HttpStatusCode.BadRequest, "invalid");
        Assert.Equal(title, problem.GetProperty("title").GetString());
        Assert.Equal(rule, problem.GetProperty("errors").GetProperty("host")[0].GetString());
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Empty(park.Portal.Requests);
    }

    [Fact]
    public async Task The_service_learns_which_language_is_asked_for()
    {
        await using var park = await Park.StartAsync();
        await park.AskAsync("/api/orchard/v1/trees", ("Accept-Language", "ru-RU,ru;q=0.9"));
        Assert.Equal("ru-RU,ru;q=0.9", Assert.Single(park.Centre.Requests).Headers["Accept-Language"]);
    }

    [Fact]
    public async Task A_page_runs_scripts_of_the_parks_own_and_no_others()
    {
        await using var park = await Park.StartAsync();
        park.Portal.Answer = context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync("<title>Page</title>");
        };
        var response = await park.Client.GetAsync("/");
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'self';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("script-src", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_reference_lists_every_document_and_names_no_other_origin()
    {
        await using var park = await Park.StartAsync();
        var response = await park.Client.GetAsync("/reference/");
        var page = await response.Content.ReadAsStringAsync();
        foreach (var centre in Park.Centres.Append("identity"))
        {
            Assert.Contains($"openapi/{centre}.v1.json", page, StringComparison.Ordinal);
        }

        Assert.Contains("Orchard", page, StringComparison.Ordinal);
        Assert.Contains(
            "Вход и люди · Identity", System.Text.RegularExpressions.Regex.Unescape(page), StringComparison.Ordinal);

        Assert.DoesNotContain("://", page, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "http", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await park.Client.GetAsync("/reference/scalar.js")).StatusCode);
        Assert.Empty(park.Portal.Requests);
    }

    [Fact]
    public async Task The_reference_lets_one_sign_in_and_asks_with_the_session()
    {
        await using var park = await Park.StartAsync();
        var page = await park.Client.GetStringAsync("/reference/");
        Assert.Contains("<a href=\"/signin?returnUrl=/reference/\">", page, StringComparison.Ordinal);
        Assert.Contains("reference/session.js", page, StringComparison.Ordinal);
        var script = await park.Client.GetAsync("/reference/session.js");
        Assert.Equal("text/javascript", script.Content.Headers.ContentType?.MediaType);
        Assert.Contains("\"X-CSRF\", \"1\"", await script.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
