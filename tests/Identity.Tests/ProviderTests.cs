namespace Technopark.Identity.Tests;

/// <summary>Signing in at a foreign provider, which is a real one.</summary>
[Collection(nameof(AtProvider))]
public sealed class ProviderTests(IdentityFixture identity, AtProvider park)
{
    private const string Account = "/identity/account";

    [Fact]
    public async Task A_newcomer_agrees_once_and_is_the_same_person_ever_after()
    {
        var (visitor, subject) = await park.ArriveAsync(("email", "anna@example.org"), ("email_verified", false));

        var welcome = await visitor.OpenAsync(Account);
        Assert.Equal("/identity/signin/welcome", welcome.Path);
        welcome.Says("value=\"Анна Первая\"");
        var refused = await visitor.SubmitAsync(Account, new() { ["Name"] = "Анна Новая" });
        refused.Says("<a href=\"#Consent\">Consent");
        Assert.Equal(0, await identity.CountAsync("account_logins where provider_key = $1", subject));
        Assert.Equal(Account, (await AtProvider.AgreeAsync(visitor)).Path);

        var person = await park.PersonAsync(subject);
        Assert.Equal("Анна Новая 1 personalData", await identity.ScalarAsync<string>(
            """
            select p.name || ' ' || count(c.id) || ' ' || max(c.kind)
            from people p join consents c on c.person_id = p.id where p.id = $1 group by p.name
            """,
            person));
        Assert.NotEqual(subject, person.ToString());
        var again = await AtProvider.SignInAsync(visitor);
        Assert.Equal(Account, again.Path);
        again.Says("Анна Новая");
        Assert.Equal(person, await park.PersonAsync(subject));
        Assert.Equal(1, await identity.CountAsync("audit where actor = $1 and outcome = 'signedIn'", $"{person}"));
    }

    [Fact]
    public async Task Two_windows_of_one_newcomer_make_one_person()
    {
        var (visitor, subject) = await park.ArriveAsync();
        var form = await visitor.OpenAsync(Account);
        var token = System.Text.RegularExpressions.Regex.Match(
            form.Html, "RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"").Groups[1].Value;
        Dictionary<string, string> fields =
            new() { ["Name"] = "Анна", ["Consent"] = "true", ["__RequestVerificationToken"] = token };

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => visitor.PostAsync("/identity/signin/welcome", fields)));

        Assert.All(answers, shown => Assert.Equal(Account, shown.At));
        var person = await park.PersonAsync(subject);
        Assert.Equal(1, await identity.CountAsync("consents where person_id = $1", person));
    }

    [Fact]
    public async Task Sign_in_leads_back_to_where_it_was_asked_for_and_nowhere_else()
    {
        var (visitor, _, _) = await park.JoinAsync();

        foreach (var (target, at) in new[]
        {
            ("/identity/account/sessions?x=1", "/identity/account/sessions?x=1"),
            ("https://evil.example/", Account), ("//evil.example/", Account), ("/\\evil.example/", Account),
        })
        {
            Assert.Equal(
                at, (await visitor.OpenAsync($"/identity/signin?returnUrl={Uri.EscapeDataString(target)}")).At);
        }
    }

    [Fact]
    public async Task Who_signs_out_is_asked_who_they_are_before_they_are_in_again()
    {
        var (visitor, _, _) = await park.JoinAsync();

        var left = await visitor.SignOutAsync();
        Assert.Equal("/identity/signedout", left.Path);
        left.Says($"href=\"{ForeignProvider.Address}/connect/endsession?client_id=park&post_logout_redirect_uri=");
        var waiting = await visitor.OpenAsync(Account);
        Assert.Equal("/identity/signin/provider", waiting.Path);
        waiting.Says("Sign in at Polytech");

        Assert.Equal(Account, (await AtProvider.SignInAsync(visitor)).Path);
        Assert.Equal(Account, (await visitor.OpenAsync($"/identity/signin?returnUrl={Account}")).Path);
    }

    [Fact]
    public async Task The_provider_is_asked_for_a_code_with_PKCE_and_after_sign_out_for_the_password_too()
    {
        using var browser = park.Browse(follows: false);
        using var first = await browser.GetAsync("/identity/signin/provider?go=true");
        var asked = first.Headers.Location!.Query;

        Assert.Contains("code_challenge_method=S256", asked, StringComparison.Ordinal);
        Assert.Contains("nonce=", asked, StringComparison.Ordinal);
        var back = Uri.EscapeDataString($"{AtProvider.Park}/identity/signin/done");
        Assert.Contains($"redirect_uri={back}", asked, StringComparison.Ordinal);
        Assert.DoesNotContain("prompt=", asked, StringComparison.Ordinal);
        Assert.All(
            first.Headers.GetValues("Set-Cookie"),
            cookie => Assert.Contains("path=/identity; samesite=lax; httponly", cookie, StringComparison.Ordinal));
        browser.DefaultRequestHeaders.Add("Cookie", "tp-identity-left=1");
        using var second = await browser.GetAsync("/identity/signin/provider?go=true");
        Assert.Contains("prompt=login", second.Headers.Location!.Query, StringComparison.Ordinal);
        Assert.Contains("max_age=0", second.Headers.Location!.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_passwords_are_not_there()
    {
        var (visitor, _, _) = await park.JoinAsync();
        var account = await visitor.OpenAsync(Account);

        string[] pages =
            ["signin/code", "signin/recovery", "forgot", "reset", "confirm", "sent", "account/password",
                "account/security"];
        foreach (var page in pages)
        {
            var shown = await visitor.OpenAsync($"/identity/{page}");
            Assert.Equal((page, HttpStatusCode.NotFound), (page, shown.Status));
            Assert.DoesNotContain($"href=\"/identity/{page}\"", account.Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("signin"), InlineData("register")]
    public async Task Nobody_signs_in_or_up_with_a_password(string page)
    {
        var (_, mail) = await identity.JoinAsync();
        // A newcomer's form has a token that the pages of those who have not signed in would take.
        var (visitor, _) = await park.ArriveAsync();

        var answer = await visitor.SubmitAsync(
            Account, new() { ["Mail"] = mail, ["Password"] = IdentityFixture.Password }, $"/identity/{page}");

        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
    }

    [Theory]
    [InlineData("signin/provider"), InlineData("signin/welcome"), InlineData("signin/done")]
    public async Task Without_a_provider_its_pages_are_not_there(string page) =>
        Assert.Equal(HttpStatusCode.NotFound, (await identity.Visit().OpenAsync($"/identity/{page}")).Status);
}
