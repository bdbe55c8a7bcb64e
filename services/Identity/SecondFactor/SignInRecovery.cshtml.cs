namespace Technopark.Identity.SecondFactor;

/// <summary>A recovery code, for whoever has lost the authenticator app; each is good once.</summary>
[AllowAnonymous]
internal sealed class SignInRecoveryModel(
    PasswordCheck passwords, SignInManager<Account> signIn, UserManager<Account> users,
    IOptions<IdentityOptions> options, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty, Display(Name = "Field.RecoveryCode"), Required(ErrorMessage = "Rule.Required")]
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
        var outcome = await passwords.OneByOneAsync(account, () => TryAsync(account, begun), ct);
        return passwords.Tell(outcome, account.Id, AuditEventTypes.WrongCode) switch
        {
            SignInOutcome.Succeeded => this.Onward(ReturnUrl),
            SignInOutcome.LockedOut => this.RefuseLockedOut(text, options),
            _ => this.Refuse(nameof(Code), text["Code.Wrong"]),
        };
    }

    private async Task<SignInOutcome> TryAsync(Account account, string? begun)
    {
        if (await users.IsLockedOutAsync(account))
        {
            return SignInOutcome.LockedOut;
        }

        if (account.SecurityStamp == begun
            && (await signIn.TwoFactorRecoveryCodeSignInAsync(Code.Trim().ToUpperInvariant())).Succeeded)
        {
            return SignInOutcome.Succeeded;
        }

        return await passwords.CountWrongAsync(account);
    }
}
