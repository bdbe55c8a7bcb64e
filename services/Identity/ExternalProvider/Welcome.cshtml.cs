using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Technopark.Identity.Data;
using Technopark.Identity.Shared;

namespace Technopark.Identity.ExternalProvider;

/// <summary>
/// Where the provider sends people back to: those who have been here are in, newcomers are asked for their consent
/// first.
/// </summary>
[AllowAnonymous]
internal sealed class WelcomeModel(
    ExternalSignInService arrivals, SignInManager<Account> signIn, SignedOutCookie left,
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
        if (await ReadAsync() is not { } arrival)
        {
            return RedirectToPage("/ExternalProvider/AtProvider", new { Fault = AtProviderModel.Refused });
        }

        if (await arrivals.RecogniseAsync(arrival, _carried?.GetString(ProviderSignIn.Invitation), ct) is { } account)
        {
            return await EnterAsync(account, arrival);
        }

        Name = arrival.Name;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await ReadAsync() is not { } arrival)
        {
            return RedirectToPage("/ExternalProvider/AtProvider", new { Fault = AtProviderModel.Refused });
        }

        if (!Consent)
        {
            ModelState.AddModelError(nameof(Consent), text["Rule.Consent"]);
        }

        return ModelState.IsValid
            ? await EnterAsync(
                await arrivals.JoinAsync(arrival, Name.Trim(), _carried?.GetString(ProviderSignIn.Invitation), ct),
                arrival)
            : Page();
    }

    private async Task<ExternalLogin?> ReadAsync()
    {
        var result = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        var arrival = ExternalLogin.Unpack(result.Principal);
        (_carried, Mail) = (result.Properties, arrival?.Mail);
        return arrival;
    }

    private async Task<IActionResult> EnterAsync(Account account, ExternalLogin arrival)
    {
        await signIn.SignInWithClaimsAsync(account, isPersistent: false, RecentAuthentication.Of(arrival.ProvedAt));
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        left.Remove(HttpContext);
        return this.Onward(_carried?.GetString(ProviderSignIn.ReturnUrl));
    }
}
