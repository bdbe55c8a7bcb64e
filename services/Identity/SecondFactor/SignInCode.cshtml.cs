namespace Technopark.Identity.SecondFactor;

/// <summary>The code of the authenticator app, after the password.</summary>
[AllowAnonymous]
internal sealed class SignInCodeModel(
    PasswordCheck passwords, UsedCodes used, SignInManager<Account> signIn, UserManager<Account> users,
    IOptions<IdentityOptions> options, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty, Display(Name = "Field.Code"), Required(ErrorMessage = "Rule.Required")]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null
            ? RedirectToPage("/SignIn/SignIn", new { ReturnUrl })
            : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } account)
        {
            return RedirectToPage("/SignIn/SignIn", new { ReturnUrl });
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var begun = account.SecurityStamp;
        var outcome = await passwords.OneByOneAsync(account, () => TryAsync(account, begun, Codes.Clean(Code)), ct);
        return passwords.Tell(outcome, account.Id, AuditEventTypes.WrongCode) switch
        {
            SignInOutcome.Succeeded => this.Onward(ReturnUrl),
            SignInOutcome.LockedOut => this.RefuseLockedOut(text, options),
            _ => this.Refuse(nameof(Code), text["Code.Wrong"]),
        };
    }

    /// <param name="begun">Stamp of the account before it was this attempt's turn.</param>
    private async Task<SignInOutcome> TryAsync(Account account, string? begun, string code)
    {
        if (await users.IsLockedOutAsync(account))
        {
            return SignInOutcome.LockedOut;
        }

        // The framework reads a number: with a zero or a sign in front a used code would be another one.
        if (account.SecurityStamp != begun || !Codes.IsOne(code) || await used.ContainAsync(account, code))
        {
            return await passwords.CountWrongAsync(account);
        }

        var result = await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false);
        if (result.Succeeded)
        {
            await used.AddAsync(account, code);
        }

        return PasswordCheck.Of(result);
    }
}
