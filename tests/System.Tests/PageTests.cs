namespace Technopark.SystemTests;

/// <summary>The pages at the gateway, in a browser.</summary>
public sealed class PageTests(RunningPark park, Browser browser)
{
    [Theory]
    [InlineData("ru", "Операционная система технопарка")]
    [InlineData("en", "The operating system of a technology park")]
    public async Task The_first_page_speaks_the_language_of_the_browser(string language, string heading)
    {
        var (page, violations) = await browser.OpenAsync(language);
        await page.GotoAsync(park.Http.BaseAddress!.AbsoluteUri);
        Assert.Equal(heading, await page.InnerTextAsync("h1"));
        Assert.Equal(language, await page.GetAttributeAsync("html", "lang"));
        // A cold park may show the page before the figure is known.
        await Eventually.TrueAsync("the headline is on the page", async () =>
        {
            await page.ReloadAsync();
            return (await page.InnerTextAsync("main")).Contains('₽', StringComparison.Ordinal);
        });
        Assert.Empty(violations);
    }

    [Fact]
    public async Task The_API_reference_shows_every_service()
    {
        var (page, violations) = await browser.OpenAsync("en");
        var reference = new Uri(park.Http.BaseAddress!, "/reference").AbsoluteUri;
        await page.GotoAsync(reference, new() { WaitUntil = WaitUntilState.NetworkIdle });
        foreach (var service in RunningPark.Centres)
        {
            var document = await page.EvaluateAsync<string>(
                "path => fetch(path).then(answer => answer.text())", $"/openapi/{service}.v1.json");
            Assert.Contains($"/api/{service}/v1/", document, StringComparison.Ordinal);
        }

        await Assertions.Expect(page.GetByText("/api/registry/v1/companies/{id}/verify").First).ToBeVisibleAsync();
        Assert.Empty(violations);
    }

    [Fact]
    public async Task Who_has_signed_in_tries_operations_on_the_API_reference()
    {
        using var member = await Member.SignInAsync(park);
        var (page, violations) = await browser.OpenAsync("en");
        var gateway = park.Http.BaseAddress!.AbsoluteUri;
        await page.Context.AddCookiesAsync([.. member.Cookies.GetAllCookies().Select(
            cookie => new Microsoft.Playwright.Cookie { Name = cookie.Name, Value = cookie.Value, Url = gateway })]);
        await page.GotoAsync($"{gateway}reference/", new() { WaitUntil = WaitUntilState.NetworkIdle });
        await Assertions.Expect(page.Locator("a[href='/signin?returnUrl=/reference/']")).ToBeVisibleAsync();

        // As the page sends what its form says: an empty token where nobody has given one.
        const string Send = """
            asked => import('/reference/session.js').then(session => session.default.customFetch(
              asked.split(' ')[1], { method: asked.split(' ')[0], headers: { Authorization: 'Bearer' } }))
              .then(answer => answer.status)
            """;
        Assert.Equal(200, await page.EvaluateAsync<int>(Send, "GET /api/identity/v1/me"));
        Assert.Equal(204, await page.EvaluateAsync<int>(Send, "POST /api/identity/v1/sessions/endAll"));
        Assert.Empty(violations);
    }
}
