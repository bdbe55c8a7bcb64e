using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace Technopark.SystemTests;

/// <summary>
/// A founder from the first page to the last letter, in a browser: signs up, is greeted by name, takes the copy of
/// their data and is erased. With <c>TECHNOPARK_PICTURES</c> set to a folder each page is left there as a picture.
/// </summary>
public sealed class JourneyTests(RunningPark park, Browser browser)
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("TECHNOPARK_PICTURES");

    private int _seen;

    [Theory]
    [InlineData("ru", "Войти", "Анна Первая", "Ваши данные стёрты")]
    [InlineData("en", "Sign in", "Anna First", "Your data are erased")]
    public async Task From_sign_up_to_erasure(string language, string signIn, string name, string last)
    {
        var mail = $"{Guid.CreateVersion7():N}@example.org";
        var (page, violations) = await browser.OpenAsync(language);
        await page.GotoAsync(park.Http.BaseAddress!.AbsoluteUri);
        await LookAsync(page, language, "/");
        await page.GetByRole(AriaRole.Link, new() { Name = signIn, Exact = true }).ClickAsync();
        await LookAsync(page, language, "/identity/signin");

        await SignUpAsync(page, language, mail, name);
        await page.GotoAsync(new Uri(park.Http.BaseAddress, "/signin").AbsoluteUri);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = name })).ToBeVisibleAsync();
        await LookAsync(page, language, "/");

        await page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await LookAsync(page, language, "/identity/account");
        foreach (var settings in (string[])["security", "sessions", "data"])
        {
            await page.ClickAsync($"nav a[href='/identity/account/{settings}']");
            await LookAsync(page, language, $"/identity/account/{settings}");
        }

        await AddPasskeyAsync(page);
        await LookAsync(page, language, "/identity/account/security");
        await park.Mails.LinkAsync(mail, "/account/security");

        await page.ClickAsync("nav a[href='/identity/account/data']");
        var copy = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("form[action*=Copy] button"));
        Assert.EndsWith(".zip", copy.SuggestedFilename, StringComparison.Ordinal);
        await EraseAsync(page);
        await LookAsync(page, language, "/identity/erased");
        Assert.Equal(last, await page.InnerTextAsync("h1"));
        await page.GotoAsync(park.Http.BaseAddress.AbsoluteUri);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = signIn, Exact = true })).ToBeVisibleAsync();
        Assert.Empty(violations);
    }

    private async Task SignUpAsync(IPage page, string language, string mail, string name)
    {
        await page.ClickAsync("main a[href*=register]");
        await LookAsync(page, language, "/identity/register");
        await page.FillAsync("#Name", name);
        await page.FillAsync("#Mail", mail);
        await page.FillAsync("#Password", Member.Password);
        await page.CheckAsync("#Consent");
        await page.ClickAsync("main form button");
        await LookAsync(page, language, "/identity/sent");
        await page.GotoAsync(new Uri(park.Http.BaseAddress!, await park.Mails.LinkAsync(mail, "/confirm")).AbsoluteUri);
        await LookAsync(page, language, "/identity/confirm");
        await page.FillAsync("#Password", Member.Password);
        await page.ClickAsync("main form button");
        await LookAsync(page, language, "/identity/account");
    }

    private static async Task AddPasskeyAsync(IPage page)
    {
        await Chromium.AddPasskeyDeviceAsync(page);
        await page.ClickAsync("nav a[href='/identity/account/security']");
        await page.FillAsync("#PasskeyPassword", Member.Password);
        await page.ClickAsync("form[data-passkey=create] button");
        await Expect(page.Locator("section li strong")).ToBeVisibleAsync();
    }

    private static async Task EraseAsync(IPage page)
    {
        await page.FillAsync("#Password", Member.Password);
        await page.CheckAsync("#Sure");
        await page.ClickAsync("form[action*=Erase] button");
    }

    private async Task LookAsync(IPage page, string language, string path)
    {
        await Expect(page).ToHaveURLAsync(
            new Regex($"^https?://[^/]+{Regex.Escape(path)}(\\?.*)?$"), new() { Timeout = 20_000 });
        Assert.Equal(language, await page.GetAttributeAsync("html", "lang"));
        if (Pictures is not null)
        {
            var picture = $"{language}-{++_seen:00}{path.Replace('/', '-')}.png";
            await page.ScreenshotAsync(new() { Path = Path.Combine(Pictures, picture), FullPage = true });
        }
    }
}
