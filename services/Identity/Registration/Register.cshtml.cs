using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Technopark.Identity.Registration;

/// <summary>Founders sign themselves up; an invitation gives its roles to the address it was sent to.</summary>
[AllowAnonymous]
internal sealed class RegisterModel(
    RegistrationService registration, SignInManager<Account> signIn, UserManager<Account> users,
    IStringLocalizer<Text> text) : PageModel
{
    private Domain.Invitation? _invitation;
    private Account? _known;

    [BindProperty, Display(Name = "Field.Name"), Required(ErrorMessage = "Rule.Required")]
    [StringLength(200, ErrorMessage = "Rule.Long")]
    public string Name { get; set; } = "";

    [BindProperty, Display(Name = "Field.Mail"), Required(ErrorMessage = "Rule.Required")]
    [StringLength(254, ErrorMessage = "Rule.Long")]
    [Mailbox(ErrorMessage = "Rule.Mail")]
    public string Mail { get; set; } = "";

    [BindProperty, Display(Name = "Field.Password"), Required(ErrorMessage = "Rule.Required")]
    [StringLength(200, ErrorMessage = "Rule.Long")]
    public string Password { get; set; } = "";

    [BindProperty, Display(Name = "Field.Consent")]
    public bool Consent { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Token of an invitation.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Invitation { get; set; }

    /// <summary>The invitation is not open any more, or there never was one.</summary>
    public bool IsStale => Invitation is not null && _invitation is null;

    /// <summary>Who is invited has an account already.</summary>
    public bool IsKnown => _known is { EmailConfirmed: true };

    public bool IsSignedIn { get; private set; }

    public string RolesText =>
        string.Join(
            ", ", RoleNames.In(_invitation!.Roles).Select(role => text[$"Role.{RoleNames.NameOf(role)}"].Value));

    public string Here => Url.Page("/Registration/Register", new { Invitation })!;

    public Task OnGetAsync(CancellationToken ct) => ReadInvitationAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ReadInvitationAsync(ct);
        if (_invitation is not null)
        {
            ModelState.Remove(nameof(Mail));
        }

        if (!Consent)
        {
            ModelState.AddModelError(nameof(Consent), text["Rule.Consent"]);
        }

        if (Password is { Length: > 0 })
        {
            this.Refuse(nameof(Password), await registration.FindFaultsAsync(Password));
        }

        if (!ModelState.IsValid || IsStale || IsKnown)
        {
            return Page();
        }

        if (_invitation is not null)
        {
            var account = await registration.AcceptAsync(_invitation, Name.Trim(), Password, ct);
            await signIn.SignInAsync(account, isPersistent: false);
            return this.Onward(ReturnUrl);
        }

        await registration.SignUpAsync(Name.Trim(), Mail.Trim(), Password, ct);
        return RedirectToPage("/Email/Sent", new { For = "confirmation" });
    }

    public async Task<IActionResult> OnPostAcceptAsync(CancellationToken ct)
    {
        await ReadInvitationAsync(ct);
        ModelState.Clear();
        if (!IsKnown || !IsSignedIn)
        {
            return Page();
        }

        await registration.AcceptAsync(_invitation!, _known!, ct);
        this.Note("Register.Accepted");
        return Redirect(PageExtensions.Home);
    }

    private async Task ReadInvitationAsync(CancellationToken ct)
    {
        if (Invitation is null || (_invitation = await registration.FindInvitationAsync(Invitation, ct)) is null)
        {
            return;
        }

        Mail = _invitation.Mail;
        _known = await users.FindByEmailAsync(Mail);
        var present = (await HttpContext.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal;
        IsSignedIn = _known is not null && present?.GetClaim(Claims.Subject) == _known.Id.ToString();
    }
}
