using System.Security.Claims;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Technopark.Identity.OpenIdConnect;

/// <summary>What tokens say of whom. Access tokens carry an opaque id and roles, nothing that names a person.</summary>
internal static class PrincipalFactory
{
    public const string Session = JwtAuthentication.Session;

    public static ClaimsPrincipal Of(Person person, Guid session, IEnumerable<string> scopes)
    {
        var identity = New();
        identity.SetClaim(Claims.Subject, person.Id.ToString());
        identity.SetClaim(Session, session.ToString());
        identity.SetClaim(Claims.Name, person.Name);
        identity.SetClaim(Claims.Locale, person.Language);
        identity.SetClaims(RoleNames.Claim, [.. RoleNames.In(person.AllRoles).Select(RoleNames.NameOf)]);
        identity.SetScopes(scopes);
        identity.SetResources(JwtAuthentication.People);
        identity.SetDestinations(claim => claim.Type switch
        {
            Claims.Subject or Session or RoleNames.Claim => [Destinations.AccessToken, Destinations.IdentityToken],
            Claims.Name or Claims.Locale => [Destinations.IdentityToken],
            _ => [],
        });
        return new ClaimsPrincipal(identity);
    }

    /// <summary>Whom a principal names, and in which session; null where it does not name both.</summary>
    public static (Guid Person, Guid Session)? Find(ClaimsPrincipal? principal) =>
        Guid.TryParse(principal?.GetClaim(Claims.Subject), out var person)
            && Guid.TryParse(principal.GetClaim(Session), out var session)
            ? (person, session)
            : null;

    public static ClaimsPrincipal OfService(string client)
    {
        var identity = New();
        identity.SetClaim(Claims.Subject, client);
        identity.SetScopes(JwtAuthentication.Services);
        identity.SetResources(JwtAuthentication.Services);
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        return new ClaimsPrincipal(identity);
    }

    private static ClaimsIdentity New() =>
        new(TokenValidationParameters.DefaultAuthenticationType, Claims.Name, RoleNames.Claim);
}
