namespace Technopark.Identity.Tests;

/// <summary>Passkeys that must open nothing.</summary>
public sealed class PasskeyAttackTests(IdentityFixture identity)
{
    private const string Elsewhere = "http://localhost:1/";

    /// <param name="counts">False for a device that does not count what it signs: most that share their passkeys with
    ///   others do not.</param>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_shown_once_is_refused_the_second_time(bool counts)
    {
        var owner = await PasskeyOwner.AwayAsync(identity);
        var shown = await owner.SignAsync(await owner.AskAsync());
        var cookies = await owner.Page.Context.CookiesAsync();

        Assert.Equal("/identity/account", await owner.ShowAsync(shown));
        Assert.Equal(PasskeyOwner.SignIn, await owner.ShowAsync(shown));
        await owner.Page.Context.ClearCookiesAsync();
        await owner.Page.Context.AddCookiesAsync(cookies.Select(Kept));
        if (!counts)
        {
            await identity.ScalarAsync<Guid>(
                """
                update account_passkeys set data = jsonb_set(data, '{SignCount}', '0')
                where user_id = $1 returning user_id
                """,
                owner.Person);
        }

        Assert.Equal(PasskeyOwner.SignIn, await owner.ShowAsync(shown));
    }

    [Fact]
    public async Task What_was_signed_on_another_site_is_refused()
    {
        var owner = await PasskeyOwner.AwayAsync(identity);
        // Of the same name, so that browser and device take part.
        await owner.Page.RouteAsync(
            Elsewhere, route => route.FulfillAsync(new() { ContentType = "text/html", Body = "<title>Other</title>" }));

        var options = await owner.AskAsync();
        await owner.Page.GotoAsync(Elsewhere);
        var signed = await owner.SignAsync(options);

        Assert.Equal(PasskeyOwner.SignIn, await owner.ShowAsync(signed));
    }

    [Fact]
    public async Task What_was_signed_for_another_challenge_is_refused()
    {
        var owner = await PasskeyOwner.AwayAsync(identity);

        var earlier = await owner.SignAsync(await owner.AskAsync());
        var later = await owner.AskAsync();
        Assert.Equal(PasskeyOwner.SignIn, await owner.ShowAsync(earlier));
        // It was asked for once, and that is over.
        Assert.Equal(PasskeyOwner.SignIn, await owner.ShowAsync(await owner.SignAsync(later)));

        Assert.Equal("/identity/account", await owner.ShowAsync(await owner.SignAsync(await owner.AskAsync())));
    }

    [Theory]
    [InlineData("lockout_end = now() + interval '1 hour'", "sign-in is closed", "locked")]
    [InlineData("email_confirmed = false", "This passkey opens no account here", "unconfirmed")]
    public async Task It_does_not_open_an_account_that_is_closed(string closed, string words, string outcome)
    {
        var owner = await PasskeyOwner.AwayAsync(identity);
        await owner.SetAsync(closed);

        await owner.ReturnAsync();

        await owner.RefusedAsync(words);
        await owner.ToldAsync(outcome);
        Assert.Equal(0, await identity.CountAsync("sessions where person_id = $1 and ended_at is null", owner.Person));
    }

    [Fact]
    public async Task One_that_was_asked_for_by_another_is_not_added()
    {
        var owner = await PasskeyOwner.ComeAsync(identity);
        await owner.Page.GotoAsync(PasskeyOwner.Security);
        await owner.Page.EvaluateAsync("HTMLFormElement.prototype.submit = () => {}");
        await owner.ConfirmAsync(PasskeyOwner.Add);
        var made = owner.Page.Locator($"{PasskeyOwner.Add} [name=Credential]");
        await Assertions.Expect(made).Not.ToHaveValueAsync("");
        var credential = await made.InputValueAsync();
        var challenge = (await owner.Page.Context.CookiesAsync()).Single(cookie => cookie.Name == "tp-identity-factor");
        await owner.LeaveAsync();
        var (_, other) = await identity.JoinAsync();
        await owner.EnterAsync(other);
        await owner.Page.Context.AddCookiesAsync([Kept(challenge)]);

        await owner.SendAsync(PasskeyOwner.Security, PasskeyOwner.Add, credential);

        await owner.RefusedAsync("The passkey was not added");
        Assert.Equal(0, await identity.CountAsync(
            "account_passkeys p join accounts a on a.id = p.user_id where a.email = $1", other));
    }

    [Theory]
    [InlineData(PasskeyOwner.SignIn)]
    [InlineData(PasskeyOwner.Security)]
    public async Task Another_site_is_given_no_challenge(string page)
    {
        var owner = await PasskeyOwner.ComeAsync(identity);

        var answer = await owner.Page.Context.APIRequest.PostAsync($"{page}?handler=PasskeyOptions");

        Assert.Equal(400, answer.Status);
    }

    [Fact]
    public async Task A_challenge_for_a_passkey_is_none_for_a_code()
    {
        var owner = await PasskeyOwner.ComeAsync(identity);
        await owner.LeaveAsync();
        await owner.AskAsync();

        await owner.Page.GotoAsync("/identity/signin/code");

        await owner.ArriveAsync(PasskeyOwner.SignIn);
    }

    private static Microsoft.Playwright.Cookie Kept(BrowserContextCookiesResult cookie) => new()
    {
        Name = cookie.Name,
        Value = cookie.Value,
        Domain = cookie.Domain,
        Path = cookie.Path,
        HttpOnly = cookie.HttpOnly,
        SameSite = cookie.SameSite,
    };
}
