using Technopark.Identity.Accounts;

namespace Technopark.Identity.Recovery;

/// <summary>Sets a new password by the link in a mail, and signs out everywhere.</summary>
[AllowAnonymous]
internal sealed class ResetModel(
    UserManager<Account> users, Sessions sessions, IdentityDb db, AccountChanges changes,
    IStringLocalizer<Text> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Person { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty, Display(Name = "Field.NewPassword"), Required(ErrorMessage = "Rule.Required")]
    [StringLength(200, ErrorMessage = "Rule.Long")]
    public string Password { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (!Guid.TryParse(Person, out _) || await users.FindByIdAsync(Person) is not { } account)
        {
            return this.Refuse("", text["Fault.InvalidToken"]);
        }

        var reset = await db.TransactAsync(() => ResetAsync(account, ct), ct);
        if (!reset.Succeeded)
        {
            var isToken = reset.Errors.Any(error => error.Code == nameof(IdentityErrorDescriber.InvalidToken));
            return this.Refuse(isToken ? "" : nameof(Password), reset.Errors.Select(error => error.Description));
        }

        this.Note("Reset.Done");
        return RedirectToPage("/SignIn/SignIn");
    }

    /// <summary>The link proves that they read the mail: it confirms the address and ends a lockout.</summary>
    private async Task<IdentityResult> ResetAsync(Account account, CancellationToken ct)
    {
        var reset = await users.ResetPasswordAsync(account, Code ?? "", Password);
        if (reset.Succeeded)
        {
            account.EmailConfirmed = true;
            account.LockoutEnd = null;
            account.AccessFailedCount = 0;
            await users.UpdateAsync(account);
            await changes.TellAsync(account, AuditEventTypes.PasswordReset, ct);
            await sessions.EndAsync(account.Id, null, ct);
        }

        return reset;
    }
}
