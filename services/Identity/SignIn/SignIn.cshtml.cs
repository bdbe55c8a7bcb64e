using Technopark.Identity.Email;
using Technopark.Identity.Passkeys;
using Technopark.Identity.Registration;

namespace Technopark.Identity.SignIn;

/// <summary>Mail and password, or a passkey instead of both.</summary>
[AllowAnonymous]
internal sealed class SignInModel(
    PasswordCheck passwords, PasskeyCheck passkeys, RegistrationService registration, UserManager<Account> users,
    IdentityDb db, MailLimit limit, IOptions<IdentityOptions> options, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty, Display(Name = "Field.Mail"), Required(ErrorMessage = "Rule.Required")]
    [StringLength(254, ErrorMessage = "Rule.Long")]
    public string Mail { get; set; } = "";

    [BindProperty, Display(Name = "Field.Password"), Required(ErrorMessage = "Rule.Required")]
    public string Password { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public bool CanTakePasskeys => passkeys.CanBe;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        switch (await passwords.EnterAsync(Mail.Trim(), Password, ct))
        {
            case { Succeeded: true }:
                return this.Onward(ReturnUrl);
            case { RequiresTwoFactor: true }:
                return RedirectToPage("/SecondFactor/SignInCode", new { ReturnUrl });
            case BlockedSignIn:
                return this.Refuse("", text["SignIn.Blocked"]);
            case { IsNotAllowed: true }:
                await AskAgainAsync(ct);
                return this.Refuse("", text["SignIn.Unconfirmed"]);
            default:
                // The same for a wrong password, too many of them and an address that nobody has: the answer must not
                // tell which it is.
                return this.Refuse(
                    nameof(Mail),
                    text["SignIn.Wrong", options.Value.WrongAttempts, options.Value.Lockout.TotalMinutes]);
        }
    }

    /// <summary>For the script: which passkey the browser is to ask for.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() =>
        Content(await passkeys.BeginAsync(), "application/json");

    public async Task<IActionResult> OnPostPasskeyAsync(string? credential, CancellationToken ct)
    {
        ModelState.Clear();
        return await passkeys.EnterAsync(credential ?? "", ct) switch
        {
            { Succeeded: true } => this.Onward(ReturnUrl),
            BlockedSignIn => this.Refuse("", text["SignIn.Blocked"]),
            { IsLockedOut: true } => this.RefuseLockedOut(text, options),
            _ => this.Refuse("", text["SignIn.WrongPasskey"]),
        };
    }

    /// <summary>The first mail may have been lost.</summary>
    private async Task AskAgainAsync(CancellationToken ct)
    {
        if (limit.Take(Mail.Trim()))
        {
            await registration.AskToConfirmAsync((await users.FindByEmailAsync(Mail.Trim()))!, ct);
            await db.SaveChangesAsync(ct);
        }
    }
}
