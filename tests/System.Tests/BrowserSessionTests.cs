namespace Technopark.SystemTests;

/// <summary>People at the gateway, which two replicas serve: a cookie outside, tokens inside.</summary>
public sealed class BrowserSessionTests(RunningPark park)
{
    private const string Me = "/api/identity/v1/me";
    private const string EndAll = "/api/identity/v1/sessions/endAll";

    [Fact]
    public async Task Whoever_signs_in_comes_back_to_where_they_were_with_a_cookie_that_says_nothing()
    {
        using var member = await Member.SignUpAsync(park);
        var shown = await member.Visitor.OpenAsync("/signin?returnUrl=%2F%3Fculture%3Den");

        Assert.Equal("/?culture=en", shown.At);
        Assert.Contains("Анна Первая", shown.Text, StringComparison.Ordinal);
        var cookie = member.Cookies.GetCookies(park.Http.BaseAddress!).Single(one => one.Name == "tp");
        Assert.True(cookie.HttpOnly);
        Assert.DoesNotContain(
            member.Cookies.GetAllCookies(), one => one.Value.StartsWith("eyJ", StringComparison.Ordinal));
        var me = await member.Http.GetFromJsonAsync<JsonElement>(Me);
        Assert.Equal(["founder"], me.GetProperty("roles").EnumerateArray().Select(role => role.GetString()));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_to_another_site_after_signing_in(string returnUrl)
    {
        using var member = await Member.SignUpAsync(park);
        var shown = await member.Visitor.OpenAsync($"/signin?returnUrl={Uri.EscapeDataString(returnUrl)}");
        Assert.Equal("/", shown.At);
    }

    [Fact]
    public async Task The_api_answers_401_and_does_not_redirect()
    {
        using var answer = await Member.AskAsync(park.Http.BaseAddress!, Me);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("cross-site", "1")]
    [InlineData("same-site", "1")]
    [InlineData(null, "1")]
    [InlineData("same-origin", null)]
    [InlineData("same-origin", "0")]
    public async Task A_cookie_from_another_site_changes_nothing(string? site, string? csrf)
    {
        using var member = await Member.SignInAsync(park);
        Assert.Equal(HttpStatusCode.Forbidden, await member.CallAsync(HttpMethod.Post, EndAll, site, csrf));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            await member.CallAsync(HttpMethod.Post, "/signout", site == "same-origin" ? "cross-site" : site));
        Assert.Equal(HttpStatusCode.OK, await member.CallAsync(HttpMethod.Get, Me, site, csrf));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_a_kept_cookie_opens_nothing()
    {
        using var member = await Member.SignInAsync(park);
        var kept = member.Cookie;
        using var form = new HttpRequestMessage(HttpMethod.Post, "/signout");
        form.Headers.Add("Sec-Fetch-Site", "same-origin");
        Assert.Equal("/", (await member.Visitor.SendAsync(form)).At);

        Assert.Equal(HttpStatusCode.Unauthorized, await member.CallAsync(HttpMethod.Get, Me));
        using var stolen = await Member.AskAsync(park.Http.BaseAddress!, Me, kept);
        Assert.Equal(HttpStatusCode.Unauthorized, stolen.StatusCode);
        Assert.Equal("/identity/signin", (await member.Visitor.OpenAsync("/signin")).Path);
    }

    [Fact]
    public async Task Signing_out_everywhere_reaches_other_browsers_and_tokens_within_seconds()
    {
        using var here = await Member.SignInAsync(park);
        using var there = await here.ElsewhereAsync();
        Assert.Equal(HttpStatusCode.OK, await there.CallAsync(HttpMethod.Get, Me));

        Assert.Equal(HttpStatusCode.NoContent, await here.CallAsync(HttpMethod.Post, EndAll));

        foreach (var browser in new[] { there, here })
        {
            await Eventually.TrueAsync("both browsers are signed out", async () =>
                await browser.CallAsync(HttpMethod.Get, Me) == HttpStatusCode.Unauthorized, TimeSpan.FromSeconds(10));
        }
    }

    [Fact]
    public async Task Sessions_survive_that_gateway_and_identity_are_killed_while_people_work()
    {
        var members = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Member.SignInAsync(park)));
        using var ended = new CancellationTokenSource();
        var working = members.Select(member => WorkAsync(member, ended.Token)).ToArray();

        await park.KillAsync("gateway");
        await park.KillAsync("identity");
        await ended.CancelAsync();

        var seen = (await Task.WhenAll(working)).SelectMany(statuses => statuses).ToArray();
        Assert.InRange(seen.Count(status => status == HttpStatusCode.OK), members.Length, int.MaxValue);
        Assert.DoesNotContain(HttpStatusCode.Unauthorized, seen);
        foreach (var member in members)
        {
            Assert.Equal(HttpStatusCode.OK, await member.CallAsync(HttpMethod.Get, Me));
            member.Dispose();
        }
    }

    /// <summary>Asks again and again; what no process answered counts as none.</summary>
    private static async Task<List<HttpStatusCode>> WorkAsync(Member member, CancellationToken ended)
    {
        var seen = new List<HttpStatusCode>();
        while (!ended.IsCancellationRequested)
        {
            try
            {
                seen.Add(await member.CallAsync(HttpMethod.Get, Me));
            }
            catch (HttpRequestException)
            {
                seen.Add(default);
            }
        }

        return seen;
    }
}
