namespace Technopark.Identity.Shared;

/// <summary>What several pages do.</summary>
internal static class PageExtensions
{
    private const string NoteKey = "Note";

    /// <summary>Where people come from or go to who name no place of this park.</summary>
    public const string Home = "/identity/account";

    /// <summary>On to where somebody wanted to go, if that is here.</summary>
    public static RedirectResult Onward(this PageModel page, string? returnUrl) =>
        new(page.Url.IsLocalUrl(returnUrl) ? returnUrl : Home);

    /// <summary>Shows the page again and says what is wrong with a field.</summary>
    public static PageResult Refuse(this PageModel page, string field, params IEnumerable<string> rules)
    {
        foreach (var rule in rules)
        {
            page.ModelState.AddModelError(field, rule);
        }

        return page.Page();
    }

    /// <summary>Shows the page again and says that too many attempts were wrong.</summary>
    public static PageResult RefuseLockedOut(
        this PageModel page, IStringLocalizer<Text> text, IOptions<IdentityOptions> options) => page.Refuse(
            "", text["SignIn.Closed", options.Value.WrongAttempts, options.Value.Lockout.TotalMinutes]);

    /// <summary>Has the next page say something once.</summary>
    /// <param name="text">Name of the text.</param>
    public static void Note(this PageModel page, string text) => page.TempData[NoteKey] = text;
}
