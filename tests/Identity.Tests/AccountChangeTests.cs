using System.Text.RegularExpressions;

namespace Technopark.Identity.Tests;

/// <summary>Whoever has an account learns by mail what was done to it, also where it was done by somebody else in their name.</summary>
public sealed partial class AccountChangeTests(IdentityFixture identity)
{
    private const string Password = "/identity/account/password";
    private const string Another = "another long password";

    [Fact]
    public async Task A_changed_password_is_told_with_what_to_do_against_it()
    {
        var mail = IdentityFixture.Somebody();
        var thief = await identity.SignUpAsync(mail);
        await thief.SubmitAsync(Password, new() { ["Old"] = "not the password", ["New"] = Another });
        await thief.SubmitAsync(Password, new() { ["Old"] = IdentityFixture.Password, ["New"] = Another });

        var told = await identity.Mails.ReadAsync(mail, "Your password was changed");
        Assert.Equal("Your password was changed", told.Subject);
        Assert.Equal(2, identity.Mails.Count(mail));
        var owner = identity.Visit();
        await owner.SubmitAsync(await identity.Mails.LinkAsync(mail, "/forgot"), new() { ["Mail"] = mail });
        await owner.SubmitAsync(await identity.Mails.LinkAsync(mail, "/reset"), new() { ["Password"] = "the owner's new password" });

        Assert.Equal("/identity/signin", (await thief.OpenAsync("/identity/account")).Path);
        await identity.Mails.ReadAsync(mail, "Your password was set anew");
    }

    [Fact]
    public async Task The_second_step_is_told_in_the_language_of_the_person()
    {
        var mail = IdentityFixture.Somebody();
        var visitor = await identity.SignUpAsync(mail, "ru");
        var page = await visitor.OpenAsync(PasskeyOwner.Security);
        var code = Totp.Code(Key().Match(page.Html).Groups[1].Value);
        await visitor.SubmitAsync(PasskeyOwner.Security, new() { ["Code"] = code, ["Password"] = IdentityFixture.Password }, Handler("On"));
        Assert.Equal("Включён второй шаг входа", (await identity.Mails.ReadAsync(mail, "Включён")).Subject);
        Assert.Equal(2, identity.Mails.Count(mail));

        await visitor.SubmitAsync(PasskeyOwner.Security, new() { ["Password"] = IdentityFixture.Password }, Handler("Codes"));
        await identity.Mails.ReadAsync(mail, "созданы новые коды восстановления");
        await visitor.SubmitAsync(PasskeyOwner.Security, new() { ["Password"] = IdentityFixture.Password }, Handler("Off"));
        await identity.Mails.ReadAsync(mail, "Второй шаг входа отключён");
    }

    private static string Handler(string name) => $"{PasskeyOwner.Security}?handler={name}";

    [GeneratedRegex("<code>([^<]+)</code>")]
    private static partial Regex Key();
}
