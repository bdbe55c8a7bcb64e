namespace Technopark.Identity.Shared;

/// <summary>Somebody who has signed in went where they may not.</summary>
[AllowAnonymous]
internal sealed class DeniedModel : PageModel;
