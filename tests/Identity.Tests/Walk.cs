using System.Text.RegularExpressions;

namespace Technopark.Identity.Tests;

/// <summary>The way of a person through all pages, from sign-up to sign-out and back in.</summary>
/// <param name="look">Called on each page.</param>
internal sealed class Walk(IPage page, IdentityFixture identity, string language, Func<Task> look)
{
    private readonly string _mail = IdentityFixture.Somebody();
    private string _code = "";

    private MailFolder Mails => identity.Mails;

    public async Task GoAsync()
    {
        await SignUpAsync();
        await UseAccountAsync();
        await TurnSecondStepOnAsync();
        await SignInAgainAsync();
        await VisitRestAsync();
    }

    private async Task SignUpAsync()
    {
        await VisitAsync("/identity/register");
        await PressAsync("main button", "/register");
        await page.FillAsync("#Name", "Анна Первая");
        await page.FillAsync("#Mail", _mail);
        await page.FillAsync("#Password", IdentityFixture.Password);
        await page.CheckAsync("#Consent");
        await PressAsync("main button", "/sent");
        await VisitAsync(await Mails.LinkAsync(_mail, "/confirm"));
        await page.FillAsync("#Password", IdentityFixture.Password);
        await PressAsync("main button", "/account");
    }

    private async Task UseAccountAsync()
    {
        await page.FillAsync("#Name", "Анна Вторая");
        await PressAsync("main > form button", "/account");
        Assert.Equal("Анна Вторая", await page.InputValueAsync("#Name"));
        await VisitAsync("/identity/account/password");
        await identity.Visit().SignInAsync(_mail);
        await VisitAsync("/identity/account/sessions");
        await PressAsync(".sessions button", "/account/sessions");
        Assert.Equal(1, await page.Locator(".sessions li").CountAsync());
    }

    private async Task TurnSecondStepOnAsync()
    {
        await VisitAsync("/identity/account/security");
        var key = await page.InnerTextAsync("code");
        await page.FillAsync("#Code", "000000");
        await page.FillAsync("form:has(#Code) #Password", IdentityFixture.Password);
        await PressAsync("main > ol button", "/security");
        await page.FillAsync("#Code", Totp.Code(key));
        await page.FillAsync("form:has(#Code) #Password", IdentityFixture.Password);
        await PressAsync("main > ol button", "/security");
        _code = await page.InnerTextAsync(".codes li:first-child");
    }

    private async Task SignInAgainAsync()
    {
        await PressAsync(".account button", "/signedout");
        await VisitAsync("/identity/account/sessions", "/signin");
        await page.FillAsync("#Mail", _mail);
        await page.FillAsync("#Password", "not this one");
        await PressAsync("main button", "/signin");
        await page.FillAsync("#Password", IdentityFixture.Password);
        await PressAsync("main button", "/signin/code");
        await PressAsync("main p a", "/signin/recovery");
        await page.FillAsync("#Code", _code);
        await PressAsync("main button", "/account/sessions");
    }

    private async Task VisitRestAsync()
    {
        await VisitAsync("/identity/forgot");
        await page.FillAsync("#Mail", _mail);
        await PressAsync("main button", "/sent");
        await VisitAsync(await Mails.LinkAsync(_mail, "/reset"));
        foreach (var invited in new[] { _mail, IdentityFixture.Somebody() })
        {
            await identity.InviteAsync(invited, "mentor");
            await VisitAsync(await Mails.LinkAsync(invited, "/register"));
        }

        await VisitAsync("/identity/register?invitation=stale", "/register");
        await VisitAsync("/identity/denied");
        await VisitAsync("/identity/nothing");
    }

    private async Task VisitAsync(string path, string? at = null)
    {
        await page.GotoAsync(path);
        await LookAsync(at ?? path.Split('?')[0]);
    }

    private async Task PressAsync(string element, string at)
    {
        await page.ClickAsync(element);
        await LookAsync(at);
    }

    private async Task LookAsync(string at)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"{Regex.Escape(at)}(\\?.*)?$"));
        Assert.Equal(language, await page.GetAttributeAsync("html", "lang"));
        await look();
    }
}
