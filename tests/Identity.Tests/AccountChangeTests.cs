namespace Technopark.Identity.Tests;

/// <summary>Owners learn by mail of each change of how their account is entered.</summary>
public sealed class AccountChangeTests(IdentityFixture identity)
{
    private const string Another = "another long password";

    [Fact]
    public async Task A_changed_password_is_told_with_what_to_do_against_it()
    {
        var (thief, mail) = await identity.JoinAsync();
        await thief.ChangePasswordAsync("not the password", Another);
        await thief.ChangePasswordAsync(IdentityFixture.Password, Another);

        var told = await identity.Mails.ReadAsync(mail, "Your password was changed");
        Assert.Equal("Your password was changed", told.Subject);
        Assert.Equal(2, identity.Mails.Count(mail));
        var owner = identity.Visit();
        await owner.SubmitAsync(await identity.Mails.LinkAsync(mail, "/forgot"), new() { ["Mail"] = mail });
        await identity.ResetAsync(owner, mail, "the owner's new password");

        Assert.Equal("/identity/signin", (await thief.OpenAsync("/identity/account")).Path);
        await identity.Mails.ReadAsync(mail, "Your password was set anew");
    }

    [Fact]
    public async Task The_second_step_is_told_in_the_language_of_the_person()
    {
        var (visitor, mail, _, _) = await identity.JoinWithCodesAsync("ru");
        Assert.Equal("Включён второй шаг входа", (await identity.Mails.ReadAsync(mail, "Включён")).Subject);
        Assert.Equal(2, identity.Mails.Count(mail));

        await visitor.ChangeSecondStepAsync("Codes");
        await identity.Mails.ReadAsync(mail, "созданы новые коды восстановления");
        await visitor.ChangeSecondStepAsync("Off");
        await identity.Mails.ReadAsync(mail, "Второй шаг входа отключён");
    }
}
