namespace Technopark.Identity.Accounts;

/// <summary>A new password for an old one; every other session ends.</summary>
internal sealed class PasswordModel(
    PasswordCheck passwords, Sessions sessions, IdentityDb db, AccountChanges changes, SignInManager<Account> signIn,
    UserManager<Account> users, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty, Display(Name = "Field.Password"), Required(ErrorMessage = "Rule.Required")]
    public string Old { get; set; } = "";

    [BindProperty, Display(Name = "Field.NewPassword"), Required(ErrorMessage = "Rule.Required")]
    [StringLength(200, ErrorMessage = "Rule.Long")]
    public string New { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var account = (await users.GetUserAsync(User))!;
        if (!(await passwords.CheckAsync(account, Old, ct)).Succeeded)
        {
            return this.Refuse(nameof(Old), text["Fault.PasswordMismatch"]);
        }

        var changed = await db.TransactAsync(() => ChangeAsync(account, ct), ct);
        if (!changed.Succeeded)
        {
            return this.Refuse(nameof(New), changed.Errors.Select(error => error.Description));
        }

        await signIn.RefreshSignInAsync(account);
        this.Note("Password.Done");
        return RedirectToPage();
    }

    private async Task<IdentityResult> ChangeAsync(Account account, CancellationToken ct)
    {
        var changed = await users.ChangePasswordAsync(account, Old, New);
        if (changed.Succeeded)
        {
            await changes.TellAsync(account, AuditEventTypes.PasswordChanged, ct);
            await sessions.EndOthersAsync(User, ct);
        }

        return changed;
    }
}
