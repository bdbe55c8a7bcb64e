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
}
