using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;

namespace Technopark.Identity.OpenIdConnect;

/// <summary>RP-initiated logout: ends the session that the client's id_token names.</summary>
internal static class EndSessionEndpoint
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    public static async Task<IResult> HandleAsync(HttpContext context, Sessions sessions, CancellationToken ct)
    {
        // Without the hint anybody's link could sign a person out: they are shown the button instead.
        var hint = (await context.AuthenticateAsync(Scheme)).Principal;
        if (PrincipalFactory.Find(hint) is not var (person, session))
        {
            return Results.Redirect("/identity/account");
        }

        await sessions.EndAsync(person, session, ct);
        var here = (await context.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal;
        if (here is null || here.GetClaim(PrincipalFactory.Session) == session.ToString())
        {
            await context.SignOutAsync(IdentityConstants.ApplicationScheme);
        }

        return Results.SignOut(new AuthenticationProperties { RedirectUri = "/identity/signedout" }, [Scheme]);
    }
}
