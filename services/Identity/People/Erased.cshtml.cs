namespace Technopark.Identity.People;

/// <summary>The end of an account.</summary>
[AllowAnonymous]
internal sealed class ErasedModel : PageModel;
