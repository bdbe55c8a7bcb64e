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
        await page.CheckAsync("#Consent");
        await PressAsync(
            "main button", "/sent", ("Name", "Анна Первая"), ("Mail", _mail), ("Password", IdentityFixture.Password));
        await VisitAsync(await Mails.LinkAsync(_mail, "/confirm"));
        await PressAsync("main button", "/account", ("Password", IdentityFixture.Password));
    }

    private async Task UseAccountAsync()
    {
        await PressAsync("main > form button", "/account", ("Name", "Анна Вторая"));
        Assert.Equal("Анна Вторая", await page.InputValueAsync("#Name"));
        await VisitAsync("/identity/account/password");
        await identity.Visit().SignInAsync(_mail);
        await VisitAsync(Visits.Sessions);
        await PressAsync(".sessions button", "/account/sessions");
        Assert.Equal(1, await page.Locator(".sessions li").CountAsync());
    }

    private async Task TurnSecondStepOnAsync()
    {
        await VisitAsync(Visits.Security);
        var key = await page.InnerTextAsync("code");
        foreach (var code in new[] { "000000", Totp.Code(key) })
        {
            await page.FillAsync("form:has(#Code) #Password", IdentityFixture.Password);
            await PressAsync("main > ol button", "/security", ("Code", code));
        }

        _code = await page.InnerTextAsync(".codes li:first-child");
    }

    private async Task SignInAgainAsync()
    {
        await PressAsync(".account button", "/signedout");
        await VisitAsync(Visits.Sessions, "/signin");
        await PressAsync("main button", "/signin", ("Mail", _mail), ("Password", "not this one"));
        await PressAsync("main button", "/signin/code", ("Password", IdentityFixture.Password));
        await PressAsync("main p a", "/signin/recovery");
        await PressAsync("main button", "/account/sessions", ("Code", _code));
    }

    private async Task VisitRestAsync()
    {
        await VisitAsync("/identity/forgot");
        await PressAsync("main button", "/sent", ("Mail", _mail));
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

    /// <summary>Fills fields in and presses.</summary>
    private async Task PressAsync(string element, string at, params (string Field, string Text)[] form)
    {
        foreach (var (field, text) in form)
        {
            await page.FillAsync($"#{field}", text);
        }

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
