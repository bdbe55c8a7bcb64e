namespace Technopark.Identity.Tests;

/// <summary>The pages on the way through a provider, with axe.</summary>
[Collection(nameof(AtProvider))]
public sealed class ProviderPageTests(IdentityFixture identity, AtProvider park)
{
    [Theory]
    [InlineData("ru", "Добро пожаловать")]
    [InlineData("en", "Welcome")]
    public async Task Nothing_stands_in_anybodys_way(string language, string welcome)
    {
        var http = park.Browse();
        var visitor = new Visitor(http, language);
        await park.Provider.SignUpAsync(visitor);
        await AtProvider.SignInAsync(visitor);
        var page = await identity.OpenBrowserAsync(language);
        // The services of these tests have no ports: the browser sees what the visitor would.
        await page.RouteAsync("**/*", async route =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, route.Request.Url);
            request.Headers.Add("Accept-Language", language);
            using var answer = await http.SendAsync(request);
            await route.FulfillAsync(new()
            {
                Status = (int)answer.StatusCode,
                ContentType = answer.Content.Headers.ContentType?.ToString(),
                BodyBytes = await answer.Content.ReadAsByteArrayAsync(),
            });
        });

        (string Path, string Title)[] pages =
            [("provider?fault=away", "Polytech"), ("provider?fault=refused", "Polytech"), ("welcome", welcome)];
        foreach (var (path, title) in pages)
        {
            await page.GotoAsync($"{AtProvider.Park}/identity/signin/{path}");
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync(title);
            Assert.Equal(language, await page.GetAttributeAsync("html", "lang"));
            Assert.Empty(await PageFaults.FindAsync(page));
        }
    }
}
