namespace Technopark.Identity.Data;

/// <summary>How a person signs in; it has the person's id.</summary>
internal sealed class Account : IdentityUser<Guid>;
