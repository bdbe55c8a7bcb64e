namespace Technopark.Identity.Email;

/// <summary>Says that a mail is on its way, whether it is or not.</summary>
[AllowAnonymous]
internal sealed class SentModel : PageModel
{
    /// <summary><c>confirmation</c> or <c>reset</c>.</summary>
    [BindProperty(SupportsGet = true)]
    public string For { get; set; } = "";
}
