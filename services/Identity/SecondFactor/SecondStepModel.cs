namespace Technopark.Identity.SecondFactor;

/// <summary>The page that asks for a code of either kind, after the password.</summary>
[AllowAnonymous]
internal abstract class SecondStepModel(
    PasswordCheck passwords, SignInManager<Account> signIn, IOptions<IdentityOptions> options,
    IStringLocalizer<Text> text) : PageModel
{
    protected SignInManager<Account> SignInManager => signIn;

    public abstract string Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null ? ToPassword() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } account)
        {
            return ToPassword();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var begun = account.SecurityStamp;
        return await passwords.OneByOneAsync(
            account, AuditEventTypes.WrongCode, () => TryAsync(account, begun), ct) switch
        {
            { Succeeded: true } => this.Onward(ReturnUrl),
            { IsLockedOut: true } => this.RefuseLockedOut(text, options),
            _ => this.Refuse(nameof(Code), text["Code.Wrong"]),
        };
    }

    /// <summary>Signs in where the code is right; null where it is wrong and not counted yet.</summary>
    protected abstract Task<SignInResult?> EnterAsync(Account account);

    /// <param name="begun">Stamp of the account before it was this attempt's turn.</param>
    private async Task<SignInResult> TryAsync(Account account, string? begun)
    {
        if (await signIn.UserManager.IsLockedOutAsync(account))
        {
            return SignInResult.LockedOut;
        }

        return account.SecurityStamp == begun && await EnterAsync(account) is { } result
            ? result
            : await passwords.CountWrongAsync(account);
    }

    private RedirectToPageResult ToPassword() => RedirectToPage("/SignIn/SignIn", new { ReturnUrl });
}
