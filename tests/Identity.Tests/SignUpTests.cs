namespace Technopark.Identity.Tests;

public sealed class SignUpTests(IdentityFixture identity)
{
    [Theory]
    [InlineData("en", "Account")]
    [InlineData("ru", "Учётная запись")]
    public async Task A_founder_signs_up_confirms_and_is_in(string language, string title)
    {
        var mail = IdentityFixture.Somebody();
        var visitor = identity.Visit(language);

        var sent = await visitor.RegisterAsync(mail);
        Assert.Equal("/identity/sent", sent.Path);
        var link = await identity.Mails.LinkAsync(mail, "/confirm");
        var account = await visitor.SubmitAsync(link, new() { ["Password"] = IdentityFixture.Password });

        Assert.Equal("/identity/account", account.Path);
        account.Says($"<h1>{title}</h1>");
        Assert.Equal(8, await identity.ScalarAsync<int>(
            "select p.roles from people p join accounts a on a.id = p.id where a.email = $1", mail));
        Assert.Equal("personalData 1", await identity.ScalarAsync<string>(
            "select kind || ' ' || text_version from consents where person_id = $1", await identity.PersonAsync(mail)));
        Assert.Equal("/identity/account", (await identity.Visit().SignInAsync(mail)).Path);
    }

    [Fact]
    public async Task Without_confirmation_nobody_gets_in_and_the_link_comes_again()
    {
        var mail = IdentityFixture.Somebody();
        await identity.Visit().RegisterAsync(mail);
        await identity.Mails.LinkAsync(mail, "/confirm");

        var refused = await identity.Visit().SignInAsync(mail);

        refused.Says("not confirmed yet");
        await TestKit.Eventually.TrueAsync("a second mail", () => Task.FromResult(identity.Mails.Count(mail) == 2));
    }

    [Fact]
    public async Task The_link_alone_does_not_confirm_the_account_of_another()
    {
        var mail = IdentityFixture.Somebody();
        await identity.Visit().RegisterAsync(mail);
        var link = await identity.Mails.LinkAsync(mail, "/confirm");

        var refused = await identity.Visit().SubmitAsync(link, new() { ["Password"] = "a password of somebody else" });

        Assert.Equal("/identity/confirm", refused.Path);
        Assert.False(await identity.ScalarAsync<bool>("select email_confirmed from accounts where email = $1", mail));
    }

    [Fact]
    public async Task An_address_that_is_known_is_answered_like_any_other_and_told_by_mail()
    {
        var (_, mail) = await identity.JoinAsync();

        var known = await identity.Visit().RegisterAsync(mail);
        var unknown = await identity.Visit().RegisterAsync(IdentityFixture.Somebody());

        Assert.Equal(unknown, known);
        await identity.Mails.ReadAsync(mail, "has an account already");
        var forgotKnown = await identity.Visit().AskForResetAsync(mail);
        var forgotUnknown = await identity.Visit().AskForResetAsync(IdentityFixture.Somebody());
        Assert.Equal(forgotUnknown, forgotKnown);
    }

    [Fact]
    public async Task Nobody_can_flood_the_mail_of_another()
    {
        var mail = IdentityFixture.Somebody();
        for (var time = 0; time < 7; time++)
        {
            Assert.Equal("/identity/sent", (await identity.Visit().RegisterAsync(mail)).Path);
        }

        // Mails leave in the order in which they were written.
        await identity.JoinAsync();
        Assert.Equal(5, identity.Mails.Count(mail));
    }

    [Fact]
    public async Task What_is_wrong_is_said_by_field_and_rule()
    {
        var refused = await identity.Visit().SubmitAsync(
            "/identity/register", new() { ["Name"] = "", ["Mail"] = "no address", ["Password"] = "short" });

        refused.Says("<a href=\"#Name\">Name: please fill in</a>");
        refused.Says("<a href=\"#Mail\">Mail address: this does not look like an address</a>");
        refused.Says("<a href=\"#Password\">Password: at least 10 characters</a>");
        refused.Says("<a href=\"#Consent\">Consent");
        refused.Says("<title>Error: Sign up · Technopark</title>");
    }
}
