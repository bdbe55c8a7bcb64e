namespace Technopark.Identity.Accounts;

/// <summary>How the person is called, and in which language.</summary>
internal sealed class ProfileModel(
    IdentityDb db, SignInManager<Account> signIn, UserManager<Account> users, Sessions sessions,
    IStringLocalizer<Text> text) : PageModel
{
    [BindProperty, Display(Name = "Field.Name"), Required(ErrorMessage = "Rule.Required")]
    [StringLength(200, ErrorMessage = "Rule.Long")]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Language { get; set; } = "";

    public string Mail { get; private set; } = "";

    public string RolesText { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var person = await ReadAsync(ct);
        (Name, Language) = (person.Name, person.Language);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var person = await ReadAsync(ct);
        if (!ModelState.IsValid || Languages.Find(Language) is not { } culture)
        {
            return Page();
        }

        person.UpdateProfile(Name.Trim(), culture.TwoLetterISOLanguageName);
        await db.SaveChangesAsync(ct);
        Languages.Remember(HttpContext, culture);
        await signIn.RefreshSignInAsync((await users.GetUserAsync(User))!);
        this.Note("Saved");
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostSignOutAsync(CancellationToken ct)
    {
        await sessions.EndAsync(User, Sessions.CurrentOf(User), ct);
        await signIn.SignOutAsync();
        return RedirectToPage("/SignIn/SignedOut");
    }

    private async Task<Person> ReadAsync(CancellationToken ct)
    {
        var account = (await users.GetUserAsync(User))!;
        var person = await db.People.FirstAsync(row => row.Id == account.Id, ct);
        Mail = account.Email ?? "";
        RolesText = string.Join(
            ", ", RoleNames.In(person.AllRoles).Select(role => text[$"Role.{RoleNames.NameOf(role)}"].Value));
        return person;
    }
}
