namespace Technopark.Identity.Tests;

/// <summary>Sign-up and use of an account in a browser: with axe on every page, and without scripts.</summary>
public sealed class PageTests(IdentityFixture identity)
{
    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task Nothing_stands_in_anybodys_way_on_any_page(string language)
    {
        var page = await identity.OpenBrowserAsync(language);
        var faults = new List<string>();

        await new Walk(page, identity, language, async () => faults.AddRange(await PageFaults.FindAsync(page)))
            .GoAsync();

        Assert.Empty(faults);
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("en")]
    public async Task Every_page_works_without_scripts(string language)
    {
        var page = await identity.OpenBrowserAsync(language, scripts: false);
        await new Walk(page, identity, language, () => Task.CompletedTask).GoAsync();
    }
}
