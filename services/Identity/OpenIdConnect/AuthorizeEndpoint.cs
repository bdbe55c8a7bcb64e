using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Technopark.Identity.OpenIdConnect;

/// <summary>
/// Gives a program a code for whoever is signed in here; OpenIddict has checked client, address and PKCE before this
/// runs.
/// </summary>
internal static class AuthorizeEndpoint
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static async Task<IResult> HandleAsync(HttpContext context, Sessions sessions, CancellationToken ct)
    {
        var request = context.GetOpenIddictServerRequest()!;
        var known = (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal;
        if (known is not null && await sessions.ContinueAsync(known, ct) is var (person, session))
        {
            return Results.SignIn(
                PrincipalFactory.Of(person, session.Id, request.GetScopes()), authenticationScheme: Scheme);
        }

        return request.HasPromptValue(PromptValues.None)
            ? Results.Forbid(
                new AuthenticationProperties(new Dictionary<string, string?>
                {
                    [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.LoginRequired,
                    [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = "Nobody is signed in.",
                }),
                [Scheme])
            : Results.Challenge(
                new AuthenticationProperties { RedirectUri = context.Request.Path + context.Request.QueryString },
                [IdentityConstants.ApplicationScheme]);
    }
}
