using Microsoft.AspNetCore.Authentication;

namespace Technopark.Identity.ExternalProvider;

/// <summary>Where the provider sends people back to: newcomers are asked for their consent first.</summary>
[AllowAnonymous]
internal sealed class WelcomeModel(
    ExternalSignInService service, SignInManager<Account> signIn, Sessions sessions, SignedOutCookie signedOut,
    IStringLocalizer<Text> text) : PageModel
{
    private AuthenticationProperties? _carried;

    [BindProperty, Display(Name = "Field.Name"), Required(ErrorMessage = "Rule.Required")]
    [StringLength(200, ErrorMessage = "Rule.Long")]
    public string Name { get; set; } = "";

    [BindProperty, Display(Name = "Field.Consent")]
    public bool Consent { get; set; }

    /// <summary>As the provider has verified it; null where it names none.</summary>
    public string? Mail { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await ReadAsync() is not { } external)
        {
            return RedirectToPage("/ExternalProvider/AtProvider", new { Fault = AtProviderModel.Refused });
        }

        if (await service.RecogniseAsync(external, _carried?.GetString(ProviderSignIn.Invitation), ct) is { } account)
        {
            return await EnterAsync(account, external, ct);
        }

        Name = external.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ReadAsync() is not { } external)
        {
            return RedirectToPage("/ExternalProvider/AtProvider", new { Fault = AtProviderModel.Refused });
        }

        if (!Consent)
        {
            ModelState.AddModelError(nameof(Consent), text["Rule.Consent"]);
        }

        return ModelState.IsValid
            ? await EnterAsync(
                await service.JoinAsync(external, Name.Trim(), _carried?.GetString(ProviderSignIn.Invitation), ct),
                external, ct)
            : Page();
    }

    private async Task<ExternalLogin?> ReadAsync()
    {
        var result = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        var external = ExternalLogin.Unpack(result.Principal);
        (_carried, Mail) = (result.Properties, external?.Mail);
        return external;
    }

    private async Task<IActionResult> EnterAsync(Account account, ExternalLogin external, CancellationToken ct)
    {
        if (await sessions.IsBlockedAsync(account.Id, ct))
        {
            await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
            return RedirectToPage("/ExternalProvider/AtProvider", new { Fault = AtProviderModel.Blocked });
        }

        await signIn.SignInWithClaimsAsync(account, isPersistent: false, RecentAuthentication.Of(external.ProvedAt));
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        signedOut.Remove(HttpContext);
        return this.Onward(_carried?.GetString(ProviderSignIn.ReturnUrl));
    }
}
