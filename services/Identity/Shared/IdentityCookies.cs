using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Technopark.Identity.OpenIdConnect;
using Technopark.Identity.Passkeys;
using Technopark.Identity.SecondFactor;

namespace Technopark.Identity.Shared;

/// <summary>The cookies of the pages: they go to these pages only, and on https they say so in their names.</summary>
internal sealed class IdentityCookies(
    IOptions<JwtAuthenticationOptions> address, IOptions<IdentityOptions> options, TimeProvider clock)
    : IConfigureNamedOptions<CookieAuthenticationOptions>, IConfigureOptions<AntiforgeryOptions>,
        IConfigureOptions<CookieTempDataProviderOptions>, IConfigureOptions<SecurityStampValidatorOptions>
{
    private static readonly TimeSpan SecondFactorWithin = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan WelcomeWithin = TimeSpan.FromMinutes(15);

    private bool IsSecure => address.Value.Issuer.Scheme == Uri.UriSchemeHttps;

    public void Configure(string? name, CookieAuthenticationOptions cookie)
    {
        if (name == IdentityConstants.ApplicationScheme)
        {
            Name(cookie.Cookie, "tp-identity");
            cookie.ExpireTimeSpan = options.Value.Session;
            cookie.SlidingExpiration = true;
            cookie.EventsType = typeof(SignInCookie);
            cookie.LoginPath = "/identity/signin";
            cookie.AccessDeniedPath = "/identity/denied";
            cookie.ReturnUrlParameter = "returnUrl";
        }
        else if (name == IdentityConstants.TwoFactorUserIdScheme)
        {
            Name(cookie.Cookie, "tp-identity-factor");
            cookie.ExpireTimeSpan = SecondFactorWithin;
            cookie.SlidingExpiration = false;
            cookie.Events.OnSigningIn = begun =>
            {
                PasskeyCheck.Date(begun, clock.GetUtcNow());
                return TwoFactorStamp.RememberAsync(begun);
            };
            cookie.Events.OnValidatePrincipal = TwoFactorStamp.CheckAsync;
        }
        else if (name == IdentityConstants.ExternalScheme)
        {
            Name(cookie.Cookie, "tp-identity-arrival");
            cookie.ExpireTimeSpan = WelcomeWithin;
            cookie.SlidingExpiration = false;
        }
    }

    public void Configure(CookieAuthenticationOptions options) => Configure(null, options);

    public void Configure(AntiforgeryOptions options) => Name(options.Cookie, "tp-identity-form");

    public void Configure(CookieTempDataProviderOptions options) => Name(options.Cookie, "tp-identity-note");

    public void Configure(SecurityStampValidatorOptions options) => options.OnRefreshingPrincipal = refreshed =>
    {
        var kept = refreshed.CurrentPrincipal!.Claims.Where(
            claim => claim.Type is PrincipalFactory.Session or OwnLanguage.Claim);
        ((ClaimsIdentity)refreshed.NewPrincipal!.Identity!).AddClaims(kept);
        return Task.CompletedTask;
    };

    /// <summary>Gives one of the pages' cookies its name and all that keeps it theirs.</summary>
    public CookieBuilder Name(CookieBuilder cookie, string name)
    {
        cookie.Name = IsSecure ? $"__Secure-{name}" : name;
        cookie.SecurePolicy = IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.Path = "/identity";
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.IsEssential = true;
        return cookie;
    }
}
