using System.Text.RegularExpressions;

namespace Technopark.Identity.Tests;

public sealed class SignInTests(IdentityFixture identity)
{
    private const string Wrong = "this is not the password";

    [Fact]
    public async Task Five_wrong_passwords_close_an_account_and_nothing_tells_it_from_an_address_that_nobody_has()
    {
        var (_, mail) = await identity.JoinAsync();
        var (known, unknown) = (new List<string>(), new List<string>());
        var nobody = IdentityFixture.Somebody();
        for (var time = 0; time < 6; time++)
        {
            known.Add(Errors(await identity.Visit().SignInAsync(mail, Wrong)));
            unknown.Add(Errors(await identity.Visit().SignInAsync(nobody, Wrong)));
        }

        const string said = "password is wrong. After 5 wrong attempts sign-in is closed for 5 min";
        Assert.Contains(said, known[0], StringComparison.Ordinal);
        Assert.Single(known.Concat(unknown).Distinct());
        var closed = await identity.Visit().SignInAsync(mail);
        Assert.Equal("/identity/signin", closed.Path);
        Assert.Equal(known[0], Errors(closed));
    }

    [Fact]
    public async Task Attempts_at_the_same_moment_are_counted_too()
    {
        var (_, mail) = await identity.JoinAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => identity.Visit().SignInAsync(mail, Wrong)));

        Assert.Equal("/identity/signin", (await identity.Visit().SignInAsync(mail)).Path);
    }

    [Theory]
    [InlineData("/identity/signin")]
    [InlineData("/identity/forgot")]
    public async Task An_address_longer_than_any_is_refused_before_anybody_looks_for_it(string page)
    {
        var mail = $"{new string('a', 300)}@example.org";
        var refused = await identity.Visit().SubmitAsync(page, new() { ["Mail"] = mail, ["Password"] = Wrong });
        refused.Says("254 characters at most");
    }

    [Fact]
    public async Task A_new_password_by_mail_ends_all_sessions_and_the_lockout()
    {
        var (before, mail) = await identity.JoinAsync();
        for (var time = 0; time < 5; time++)
        {
            await identity.Visit().SignInAsync(mail, Wrong);
        }

        var visitor = identity.Visit();
        Assert.Equal("/identity/sent", (await visitor.AskForResetAsync(mail)).Path);
        var link = await identity.Mails.LinkAsync(mail, "/reset");
        var reset = await visitor.SubmitAsync(link, new() { ["Password"] = "another long password" });

        Assert.Equal("/identity/signin", reset.Path);
        reset.Says("Your new password is set");
        Assert.Equal("/identity/signin", (await before.OpenAsync("/identity/account")).Path);
        Assert.Equal("/identity/signin", (await visitor.SignInAsync(mail)).Path);
        Assert.Equal("/identity/account", (await visitor.SignInAsync(mail, "another long password")).Path);
        var again = await identity.Visit().SubmitAsync(link, new() { ["Password"] = "yet another password" });
        again.Says("expired or was used already");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    public async Task Sign_in_leads_nowhere_else(string target)
    {
        var (_, mail) = await identity.JoinAsync();

        var shown = await identity.Visit().SignInAsync(mail, query: $"?returnUrl={Uri.EscapeDataString(target)}");

        Assert.Equal("/identity/account", shown.Path);
    }

    [Fact]
    public async Task Sign_in_leads_back_to_where_it_was_asked_for()
    {
        var (_, mail) = await identity.JoinAsync();
        var visitor = identity.Visit();
        var asked = await visitor.OpenAsync("/identity/account/sessions?x=1");
        Assert.Equal("/identity/signin?returnUrl=%2Fidentity%2Faccount%2Fsessions%3Fx%3D1", asked.At);

        var shown = await visitor.SubmitAsync(
            asked.At, new() { ["Mail"] = mail, ["Password"] = IdentityFixture.Password });

        Assert.Equal("/identity/account/sessions?x=1", shown.At);
    }

    [Fact]
    public async Task A_form_from_elsewhere_is_refused_by_a_page()
    {
        var refused = await identity.Visit().PostAsync(
            "/identity/signin", new() { ["Mail"] = "a@example.org", ["Password"] = Wrong });

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        refused.Says("<h1>The form could not be taken</h1>");
    }

    [Theory]
    [InlineData("en", "There is no such page")]
    [InlineData("ru", "Такой страницы нет")]
    public async Task What_is_not_there_is_said_by_a_page(string language, string title)
    {
        var missing = await identity.Visit(language).OpenAsync("/identity/nothing");

        Assert.Equal(HttpStatusCode.NotFound, missing.Status);
        missing.Says($"<h1>{title}</h1>");
    }

    private static string Errors(Shown shown) =>
        Regex.Match(shown.Text, "class=\"errors\".*?(?=<form)", RegexOptions.Singleline).Value;
}
