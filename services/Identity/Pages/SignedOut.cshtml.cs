using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Technopark.Identity.Pages;

/// <summary>The end of a session.</summary>
[AllowAnonymous]
internal sealed class SignedOutModel : PageModel;
