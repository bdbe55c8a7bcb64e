namespace Technopark.Identity.Tests;

/// <summary>Sign-up and use of an account in a browser: with axe on every page, and without scripts.</summary>
public sealed class PageTests(IdentityFixture identity)
{
    [Theory]
    [InlineData("ru", ColorScheme.Light)]
    [InlineData("ru", ColorScheme.Dark)]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("en", ColorScheme.Dark)]
    public async Task Nothing_stands_in_anybodys_way_on_any_page(string language, ColorScheme scheme)
    {
        var page = await identity.OpenBrowserAsync(language, scheme, scripts: true);
        var faults = new List<string>();

        await new Walk(page, identity, language, async () => faults.AddRange(await Browser.FindFaultsAsync(page)))
            .GoAsync();

        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task Every_page_works_without_scripts(string language)
    {
        var page = await identity.OpenBrowserAsync(language, ColorScheme.Light, scripts: false);
        await new Walk(page, identity, language, () => Task.CompletedTask).GoAsync();
    }
}
