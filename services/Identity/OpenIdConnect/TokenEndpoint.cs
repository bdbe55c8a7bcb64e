using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using Technopark.ServiceKit.Audit;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Technopark.Identity.OpenIdConnect;

/// <summary>Gives tokens; OpenIddict has checked client, code, PKCE and refresh token before this runs.</summary>
internal static class TokenEndpoint
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static async Task<IResult> HandleAsync(
        HttpContext context, Sessions sessions, DevelopmentGrant development, AuditLog audit, CancellationToken ct)
    {
        var request = context.GetOpenIddictServerRequest()!;
        if (request.IsClientCredentialsGrantType())
        {
            audit.Post(new AuditEvent(AuditEventTypes.SignedIn, TargetTypes.Client, Actor: request.ClientId));
            return SignedIn(PrincipalFactory.OfService(request.ClientId!));
        }

        if (request.GrantType == DevelopmentGrant.GrantType)
        {
            return await development.AnswerAsync(request, ct) is { } granted
                ? SignedIn(granted)
                : Refused(
                    Errors.InvalidGrant, $"Roles are {string.Join(", ", RoleNames.All.Select(RoleNames.NameOf))}.");
        }

        // Roles are read anew at each refresh; somebody who signed out everywhere gets nothing more.
        var before = (await context.AuthenticateAsync(Scheme)).Principal!;
        return await sessions.ContinueAsync(before, ct) is var (person, session)
            ? SignedIn(PrincipalFactory.Of(person, session.Id, before.GetScopes()))
            : Refused(Errors.InvalidGrant, "The session has ended.");
    }

    public static IResult SignedIn(ClaimsPrincipal principal) =>
        Results.SignIn(principal, authenticationScheme: Scheme);

    public static IResult Refused(string error, string reason) => Results.Forbid(
        new AuthenticationProperties(new Dictionary<string, string?>
        {
            [OpenIddictServerAspNetCoreConstants.Properties.Error] = error,
            [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = reason,
        }),
        [Scheme]);
}
