using System.Text.RegularExpressions;

namespace Technopark.Identity.Tests;

/// <summary>Somebody signed in, in a browser with a virtual authenticator that always verifies them.</summary>
internal sealed class PasskeyOwner(IPage page, IdentityFixture identity, string mail, Guid person)
{
    public const string Security = Visits.Security, SignIn = Visits.SignIn;
    public const string Add = "form[data-passkey=create]", Take = "form[data-passkey=get]";

    public IPage Page => page;

    public string Mail => mail;

    public Guid Person => person;

    public static async Task<PasskeyOwner> ComeAsync(IdentityFixture identity, string language = "en")
    {
        var (visitor, mail) = await identity.JoinAsync(language);
        await visitor.SignOutAsync();
        var page = await identity.OpenBrowserAsync(language);
        await Chromium.AddPasskeyDeviceAsync(page);
        var owner = new PasskeyOwner(page, identity, mail, await identity.PersonAsync(mail));
        await owner.EnterAsync(mail);
        return owner;
    }

    /// <summary>Somebody who has a passkey and has signed out.</summary>
    public static async Task<PasskeyOwner> AwayAsync(IdentityFixture identity)
    {
        var owner = await ComeAsync(identity);
        await owner.AddAsync();
        await owner.LeaveAsync();
        return owner;
    }

    /// <summary>Signs in with the password.</summary>
    public async Task EnterAsync(string address)
    {
        await page.GotoAsync(SignIn);
        await page.FillAsync("#Mail", address);
        await page.FillAsync("#Password", IdentityFixture.Password);
        await page.ClickAsync("main button");
        await ArriveAsync(Visits.Account);
    }

    public async Task AddAsync(string name = "My laptop")
    {
        await page.GotoAsync(Security);
        await page.FillAsync("#PasskeyName", name);
        await ConfirmAsync(Add);
        await Assertions.Expect(page.Locator(".note")).ToBeVisibleAsync();
    }

    /// <summary>Sends one of the forms with the password.</summary>
    public async Task ConfirmAsync(string form, string password = IdentityFixture.Password)
    {
        await page.FillAsync("#PasskeyPassword", password);
        await page.ClickAsync($"{form} button");
    }

    public async Task LeaveAsync()
    {
        await page.ClickAsync(".account button");
        await ArriveAsync("/identity/signedout");
    }

    /// <summary>Signs in with the passkey.</summary>
    public async Task ReturnAsync()
    {
        await page.GotoAsync(SignIn);
        await page.ClickAsync($"{Take} button");
    }

    public Task ArriveAsync(string at) => Assertions.Expect(page).ToHaveURLAsync(new Regex($"{Regex.Escape(at)}$"));

    public Task RefusedAsync(string words = "This passkey opens no account here") =>
        Assertions.Expect(page.Locator(".errors")).ToContainTextAsync(words);

    /// <summary>Options with a new challenge, as the service gives them to the script.</summary>
    public async Task<string> AskAsync()
    {
        await page.GotoAsync(SignIn);
        return await page.EvalOnSelectorAsync<string>(
            Take,
            """
            async form => (await fetch(
              form.dataset.options, { method: "POST", body: new URLSearchParams(new FormData(form)) })).text()
            """);
    }

    /// <summary>What the device gives a script of the page that is open, for options of the service.</summary>
    public Task<string> SignAsync(string options) => page.EvaluateAsync<string>(
        """
        async text => JSON.stringify(await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(text)),
        }))
        """,
        options);

    /// <summary>Sends what a device gave.</summary>
    /// <returns>Where it led; the page itself where it was refused.</returns>
    public Task<string> ShowAsync(string credential) => SendAsync(SignIn, Take, credential);

    /// <summary>Sends a credential with one of the forms.</summary>
    public async Task<string> SendAsync(string at, string form, string credential)
    {
        await page.GotoAsync(at);
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.EvalOnSelectorAsync(
                form,
                """
                (form, credential) => {
                  window.before = true;
                  form.elements.Credential.value = credential;
                  form.submit();
                }
                """,
                credential),
            response => response.Request.Method == "POST");
        // Wherever it leads, it must have led there: the next way to go would cut this one off.
        await page.WaitForFunctionAsync("() => !window.before && document.readyState === 'complete'");
        return answer.Headers.GetValueOrDefault("location") ?? at;
    }

    public Task<long> CountAsync() => identity.CountAsync("account_passkeys where user_id = $1", person);

    public Task ToldAsync(string outcome) => identity.ToldAsync(person, outcome);

    /// <summary>Changes the account as nobody can by themselves.</summary>
    public Task SetAsync(string change) =>
        identity.ScalarAsync<Guid>($"update accounts set {change} where id = $1 returning id", person);
}
