using Technopark.Identity.Email;

namespace Technopark.Identity.Recovery;

/// <summary>Sends a link for a new password to whoever has an account; everybody else is answered the same.</summary>
[AllowAnonymous]
internal sealed class ForgotModel(UserManager<Account> users, EmailComposer emails, MailLimit limit, IdentityDb db)
    : PageModel
{
    [BindProperty, Display(Name = "Field.Mail"), Required(ErrorMessage = "Rule.Required")]
    [Mailbox(ErrorMessage = "Rule.Mail"), StringLength(254, ErrorMessage = "Rule.Long")]
    public string Mail { get; set; } = "";

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (await users.FindByEmailAsync(Mail.Trim()) is { } account && limit.Take(Mail.Trim()))
        {
            var code = await users.GeneratePasswordResetTokenAsync(account);
            await emails.QueueAsync(
                account, "Reset", ct, emails.Link("reset", ("person", account.Id.ToString()), ("code", code)));
            await db.SaveChangesAsync(ct);
        }

        return RedirectToPage("/Email/Sent", new { For = "reset" });
    }
}
