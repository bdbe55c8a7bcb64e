namespace Technopark.Identity.ExternalProvider;

/// <summary>
/// Section <c>Identity:Provider</c>: the OpenID provider of a university or a company, at which people sign in instead
/// of here. This service stays the one that gives the park its tokens.
/// </summary>
internal sealed class ProviderOptions
{
    public const string Section = $"{IdentityOptions.Section}:Provider";

    /// <summary>Its issuer address; https, in development also http on this machine.</summary>
    public string Authority { get; init; } = "";

    /// <summary>How the park names itself there.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>Null where it knows the park as a public client: PKCE protects the sign-in either way.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>What people call it.</summary>
    public string Name { get; init; } = "";

    /// <summary>What is asked of it, with spaces between.</summary>
    public string Scopes { get; init; } = "openid profile email";

    /// <summary>The claim that holds its roles or groups; dots lead into objects: <c>realm_access.roles</c>.</summary>
    public string RolesClaim { get; init; } = "roles";

    /// <summary>By role of the park, the values of that claim that give it. All other values give nothing.</summary>
    public Dictionary<string, string[]> Roles { get; init; } = [];

    /// <summary>Role of those who have none otherwise: they sign themselves up, so to say. Empty for none.</summary>
    public string DefaultRole { get; init; } = RoleNames.NameOf(ServiceDefaults.Roles.Founder);

    /// <summary>The claim that holds the mail address.</summary>
    public string MailClaim { get; init; } = "email";

    /// <summary>True where it gives out mail addresses itself and so verifies none of them.</summary>
    public bool OwnsMail { get; init; }

    /// <summary>The park's roles that these values give.</summary>
    public Roles RolesFor(IReadOnlyCollection<string> values) => Roles
        .Where(row => row.Value.Any(values.Contains))
        .Aggregate(ServiceDefaults.Roles.None, (all, row) => all | RoleNames.Find(row.Key));
}
