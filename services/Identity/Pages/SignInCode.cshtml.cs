using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Technopark.Identity.Data;
using Technopark.Identity.Domain;

namespace Technopark.Identity.Pages;

/// <summary>The code of the authenticator app, after the password.</summary>
[AllowAnonymous]
internal sealed class SignInCodeModel(
    PasswordCheck passwords, SignInManager<Account> signIn, IOptions<IdentityOptions> options, IStringLocalizer<Text> text) : PageModel
{
    [BindProperty, Display(Name = "Field.Code"), Required(ErrorMessage = "Rule.Required")]
    public string Code { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("/SignIn", new { ReturnUrl }) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } account)
        {
            return RedirectToPage("/SignIn", new { ReturnUrl });
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var result = await passwords.OneByOneAsync(
            account, () => signIn.TwoFactorAuthenticatorSignInAsync(Codes.Clean(Code), isPersistent: false, rememberClient: false), ct);
        return passwords.Tell(PasswordCheck.Of(result), account.Id, Deeds.WrongCode) switch
        {
            Entry.Open => this.Onward(ReturnUrl),
            Entry.Closed => this.Refuse("", text["SignIn.Closed", options.Value.WrongAttempts, options.Value.Lockout.TotalMinutes]),
            _ => this.Refuse(nameof(Code), text["Code.Wrong"]),
        };
    }
}
