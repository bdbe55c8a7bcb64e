using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using OpenIddict.Abstractions;
using Technopark.Identity.ExternalProvider;
using Technopark.Identity.OpenIdConnect;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Technopark.Identity.SignIn;

/// <summary>Ties the cookie to a session that begins with it; once that has ended the cookie is refused.</summary>
internal sealed class SignInCookie(
    IdentityDb db, Sessions sessions, SignedOutCookie signedOut, IOptions<IdentityOptions> options)
    : CookieAuthenticationEvents
{
    public override async Task SigningIn(CookieSigningInContext context)
    {
        var ct = context.HttpContext.RequestAborted;
        var principal = context.Principal!;
        var person = Guid.Parse(principal.GetClaim(Claims.Subject)!);
        var before = (await context.HttpContext.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal;
        if (before?.GetClaim(Claims.Subject) == person.ToString())
        {
            principal.SetClaim(PrincipalFactory.Session, before.GetClaim(PrincipalFactory.Session));
        }
        else
        {
            if (PrincipalFactory.Find(before) is var (other, session))
            {
                await sessions.EndAsync(other, session, ct);
            }

            var begun = await sessions.BeginAsync(person, context.HttpContext, ct);
            await db.SaveChangesAsync(ct);
            principal.SetClaim(PrincipalFactory.Session, begun.Id.ToString());
        }

        var language = await db.People.Where(row => row.Id == person).Select(row => row.Language).FirstAsync(ct);
        principal.SetClaim(OwnLanguage.Claim, language);
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (await sessions.ContinueAsync(context.Principal!, context.HttpContext.RequestAborted) is null)
        {
            context.RejectPrincipal();
            return;
        }

        await SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    public override Task SigningOut(CookieSigningOutContext context)
    {
        if (options.Value.Provider is not null)
        {
            signedOut.Leave(context.HttpContext);
        }

        return Task.CompletedTask;
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => RedirectHere(context);

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) =>
        RedirectHere(context);

    /// <summary>The service does not know under which name people see it: only path and query are said.</summary>
    private static Task RedirectHere(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.Redirect(new Uri(context.RedirectUri).PathAndQuery);
        return Task.CompletedTask;
    }
}
