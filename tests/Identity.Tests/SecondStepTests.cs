using System.Text.RegularExpressions;
using Technopark.TestKit;

namespace Technopark.Identity.Tests;

public sealed partial class SecondStepTests(IdentityFixture identity)
{
    private const string Security = "/identity/account/security";

    [Fact]
    public async Task A_code_of_the_app_is_asked_after_the_password()
    {
        var mail = IdentityFixture.Somebody();
        var (_, key, _) = await TurnOnAsync(mail);
        var visitor = identity.Visit();

        var asked = await IdentityFixture.SignInAsync(visitor, mail, query: "?returnUrl=%2Fidentity%2Faccount%2Fsessions");
        Assert.Equal("/identity/signin/code", asked.Path);
        Assert.Equal("/identity/signin", (await visitor.OpenAsync("/identity/account")).Path);
        var wrong = await visitor.SubmitAsync(asked.At, new() { ["Code"] = "000000" });
        Assert.Contains("this one is wrong", wrong.Text, StringComparison.Ordinal);
        var code = Totp.Code(key);
        var shown = await visitor.SubmitAsync(asked.At, new() { ["Code"] = $"{code[..3]} {code[3..]}" });

        Assert.Equal("/identity/account/sessions", shown.Path);
    }

    [Fact]
    public async Task Each_recovery_code_is_good_once()
    {
        var mail = IdentityFixture.Somebody();
        var (_, _, codes) = await TurnOnAsync(mail);
        Assert.Equal(10, codes.Length);

        Assert.Equal("/identity/account", (await RecoverAsync(mail, codes[0])).Path);
        Assert.Equal("/identity/signin/recovery", (await RecoverAsync(mail, codes[0])).Path);
        Assert.Equal("/identity/account", (await RecoverAsync(mail, codes[1].ToLowerInvariant())).Path);
    }

    [Fact]
    public async Task Recovery_codes_are_shown_once()
    {
        var (visitor, _, codes) = await TurnOnAsync(IdentityFixture.Somebody());

        var again = await visitor.OpenAsync(Security);

        Assert.DoesNotContain(codes[0], again.Html, StringComparison.Ordinal);
        Assert.Contains("Recovery codes left: 10", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Turning_it_off_takes_the_password()
    {
        var mail = IdentityFixture.Somebody();
        var (visitor, _, _) = await TurnOnAsync(mail);

        var refused = await visitor.SubmitAsync(Security, new() { ["Password"] = "not the password" }, $"{Security}?handler=Off");
        Assert.Contains("Password: this is not the right one", refused.Text, StringComparison.Ordinal);
        await visitor.SubmitAsync(Security, new() { ["Password"] = IdentityFixture.Password }, $"{Security}?handler=Off");

        Assert.Equal("/identity/account", (await IdentityFixture.SignInAsync(identity.Visit(), mail)).Path);
    }

    private async Task<Shown> RecoverAsync(string mail, string code)
    {
        var visitor = identity.Visit();
        await IdentityFixture.SignInAsync(visitor, mail);
        return await visitor.SubmitAsync("/identity/signin/recovery", new() { ["Code"] = code });
    }

    private async Task<(Visitor Visitor, string Key, string[] Codes)> TurnOnAsync(string mail)
    {
        var visitor = await identity.SignUpAsync(mail);
        var page = await visitor.OpenAsync(Security);
        var key = Code().Match(page.Html).Groups[1].Value;
        var on = await visitor.SubmitAsync(Security, new() { ["Code"] = Totp.Code(key) }, $"{Security}?handler=On");
        return (visitor, key, [.. Code().Matches(on.Html).Select(match => match.Groups[1].Value)]);
    }

    [GeneratedRegex("<code>([^<]+)</code>")]
    private static partial Regex Code();
}
