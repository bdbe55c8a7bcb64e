using Technopark.Identity.ExternalProvider;

namespace Technopark.Identity.People;

/// <summary>A person takes a copy of their data, or has them erased.</summary>
internal sealed class DataModel(
    PasswordCheck passwords, PersonalArchive archive, Erasure erasure, SignInManager<Account> signIn,
    UserManager<Account> users, IOptions<IdentityOptions> options, TimeProvider clock, IStringLocalizer<Text> text)
    : PageModel
{
    [BindProperty, Display(Name = "Field.Password"), Required(ErrorMessage = "Rule.Required")]
    public string Password { get; set; } = "";

    [BindProperty, Display(Name = "Field.Sure")]
    public bool Sure { get; set; }

    /// <summary>Where the person signs in, if not here.</summary>
    public string? Provider => options.Value.Provider?.Name;

    /// <summary>False where the person must sign in at the provider again, in place of a password.</summary>
    public bool IsFresh => Provider is null || RecentAuthentication.Is(User, clock.GetUtcNow());

    public async Task<IActionResult> OnPostCopyAsync(CancellationToken ct)
    {
        var account = (await users.GetUserAsync(User))!;
        return File(await archive.OfAsync(account.Id, ct), PersonalArchive.MediaType, archive.Name);
    }

    public async Task<IActionResult> OnPostEraseAsync(CancellationToken ct)
    {
        if (Provider is not null)
        {
            ModelState.Remove(nameof(Password));
        }

        if (!Sure)
        {
            ModelState.AddModelError(nameof(Sure), text["Rule.Sure"]);
        }

        if (!ModelState.IsValid || !IsFresh)
        {
            return Page();
        }

        var account = (await users.GetUserAsync(User))!;
        if (Provider is null && !(await passwords.CheckAsync(account, Password, ct)).Succeeded)
        {
            return this.Refuse(nameof(Password), text["Fault.PasswordMismatch"]);
        }

        await erasure.EraseAsync(account.Id);
        await signIn.SignOutAsync();
        return RedirectToPage("/People/Erased");
    }
}
