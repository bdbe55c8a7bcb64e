using System.Text.RegularExpressions;

namespace Technopark.Identity.Tests;

/// <summary>Somebody signed in, in a browser with a virtual authenticator that always verifies them.</summary>
internal sealed class PasskeyOwner(IPage page, IdentityFixture identity, Guid person)
{
    public const string Security = "/identity/account/security";
    public const string SignIn = "/identity/signin";
    public const string Add = "form[data-passkey=create]";
    public const string Take = "form[data-passkey=get]";

    public IPage Page => page;

    public Guid Person => person;

    public static async Task<PasskeyOwner> ComeAsync(
        IdentityFixture identity, string language = "en", ColorScheme scheme = ColorScheme.Light)
    {
        var mail = IdentityFixture.Somebody();
        var visitor = await identity.SignUpAsync(mail, language);
        await visitor.SignOutAsync();
        var page = await identity.OpenBrowserAsync(language, scheme, scripts: true);
        await Chromium.AddPasskeyDeviceAsync(page);
        var owner = new PasskeyOwner(page, identity, await identity.PersonAsync(mail));
        await owner.EnterAsync(mail);
        return owner;
    }

    /// <summary>Signs in with the password.</summary>
    public async Task EnterAsync(string mail)
    {
        await page.GotoAsync(SignIn);
        await page.FillAsync("#Mail", mail);
        await page.FillAsync("#Password", IdentityFixture.Password);
        await page.ClickAsync("main button");
        await ArriveAsync("/identity/account");
    }

    public async Task AddAsync(string name = "My laptop")
    {
        await page.GotoAsync(Security);
        await page.FillAsync("#PasskeyName", name);
        await page.FillAsync("#PasskeyPassword", IdentityFixture.Password);
        await page.ClickAsync($"{Add} button");
        await Assertions.Expect(page.Locator(".note")).ToBeVisibleAsync();
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

    public Task ToldAsync(string outcome) => Eventually.TrueAsync($"{outcome} is told", async () =>
        await identity.CountAsync("audit where target_id = $1 and outcome = $2", person, outcome) == 1);

    /// <summary>Changes the account as nobody can by themselves.</summary>
    public Task SetAsync(string change) =>
        identity.ScalarAsync<Guid>($"update accounts set {change} where id = $1 returning id", person);
}
