using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Technopark.Identity.OpenIdConnect;

/// <summary>Gives a code for whoever is signed in here; OpenIddict has checked client, address and PKCE.</summary>
internal static class AuthorizeEndpoint
{
    public static async Task<IResult> HandleAsync(HttpContext context, Sessions sessions, CancellationToken ct)
    {
        var request = context.GetOpenIddictServerRequest()!;
        var known = (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal;
        if (known is not null && await sessions.ContinueAsync(known, ct) is var (person, session))
        {
            return TokenEndpoint.SignedIn(PrincipalFactory.Of(person, session.Id, request.GetScopes()));
        }

        return request.HasPromptValue(PromptValues.None)
            ? TokenEndpoint.Refused(Errors.LoginRequired, "Nobody is signed in.")
            : Results.Challenge(
                new AuthenticationProperties { RedirectUri = context.Request.Path + context.Request.QueryString },
                [IdentityConstants.ApplicationScheme]);
    }
}
