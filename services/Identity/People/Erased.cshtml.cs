using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Technopark.Identity.People;

/// <summary>The end of an account.</summary>
[AllowAnonymous]
internal sealed class ErasedModel : PageModel;
