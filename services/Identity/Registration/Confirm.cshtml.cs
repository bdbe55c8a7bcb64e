using Technopark.ServiceKit.Audit;

namespace Technopark.Identity.Registration;

/// <summary>
/// Confirms a mail address. The link shows who reads the mail, the password that it was they who signed up: otherwise
/// one person could sign up with the address of another and wait for them to follow the link.
/// </summary>
[AllowAnonymous]
internal sealed class ConfirmModel(
    PasswordCheck passwords, SignInManager<Account> signIn, UserManager<Account> users, Sessions sessions,
    IOptions<IdentityOptions> options, IdentityDb db, AuditLog audit, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Person { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty, Display(Name = "Field.Password"), Required(ErrorMessage = "Rule.Required")]
    public string Password { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var account = Guid.TryParse(Person, out _) ? await users.FindByIdAsync(Person) : null;
        if (account is null || !await users.VerifyUserTokenAsync(
            account, users.Options.Tokens.EmailConfirmationTokenProvider, UserManager<Account>.ConfirmEmailTokenPurpose,
            Code ?? ""))
        {
            return this.Refuse("", text["Fault.InvalidToken"]);
        }

        switch (await passwords.CheckAsync(account, Password, ct))
        {
            case { Succeeded: true } when await sessions.IsBlockedAsync(account.Id, ct):
                return this.Refuse("", text["SignIn.Blocked"]);
            case { Succeeded: true }:
                audit.AddOwn(db, AuditEventTypes.MailConfirmed, account.Id);
                await users.ConfirmEmailAsync(account, Code!);
                await signIn.PasswordSignInAsync(account, Password, isPersistent: false, lockoutOnFailure: true);
                this.Note("Confirm.Done");
                return Redirect(PageExtensions.Home);
            case { IsLockedOut: true }:
                return this.RefuseLockedOut(text, options);
            default:
                return this.Refuse(nameof(Password), text["Fault.PasswordMismatch"]);
        }
    }
}
