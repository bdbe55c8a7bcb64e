using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Technopark.Gateway.Sessions;

/// <summary>Signs browsers in as a client of identity (code with PKCE); the tokens stay here.</summary>
internal sealed class BrowserSignIn(
    IOptions<JwtAuthenticationOptions> signIn, IOptions<GatewayOptions> gateway, SessionStore store,
    IConfiguration configuration)
{
    public const string Cookie = "browser";
    public const string Provider = "identity";
    private const string CookieName = "tp";

    // Addresses the provider sends people back to.
    private const string Done = "/signin/done", SignedOut = "/signout/done";

    private Uri Issuer => signIn.Value.Issuer;

    private bool IsSecure => Issuer.Scheme == Uri.UriSchemeHttps;

    public void Configure(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = IsSecure ? $"__Host-{CookieName}" : CookieName;
        options.Cookie.Path = "/";
        Harden(options.Cookie);
        options.SessionStore = store;
        options.ExpireTimeSpan = gateway.Value.Session;
        options.SlidingExpiration = false;
    }

    public void Configure(OpenIdConnectOptions options)
    {
        var inside = configuration["services:identity:http:0"] is { } address ? new Uri(address) : Issuer;
        options.MetadataAddress = new Uri(inside, "/identity/.well-known/openid-configuration").AbsoluteUri;
        options.RequireHttpsMetadata = false;
        options.ClientId = signIn.Value.ClientId;
        options.ClientSecret = signIn.Value.ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = options.SaveTokens = true;
        options.MapInboundClaims = options.GetClaimsFromUserInfoEndpoint = false;
        options.Scope.Add(JwtAuthentication.People);
        options.Scope.Add("offline_access");
        (options.CallbackPath, options.SignedOutCallbackPath, options.RemoteSignOutPath) = (Done, SignedOut, default);
        options.SignInScheme = options.SignOutScheme = Cookie;
        options.TokenValidationParameters.ValidIssuer = Issuer.AbsoluteUri;
        options.TokenValidationParameters.NameClaimType = "name";
        (options.CorrelationCookie.Name, options.NonceCookie.Name) = ($"{CookieName}-state.", $"{CookieName}-nonce.");
        Harden(options.CorrelationCookie);
        Harden(options.NonceCookie);
        options.Events = new OpenIdConnectEvents
        {
            OnRedirectToIdentityProvider = context => SendTo("connect/authorize", context),
            OnRedirectToIdentityProviderForSignOut = context => SendTo("connect/endsession", context),
            OnRemoteFailure = context =>
            {
                // Too late, twice, or in another browser: the person is where they began, and may try again.
                context.Response.Redirect("/");
                context.HandleResponse();
                return Task.CompletedTask;
            },
        };
    }

    /// <summary>The cookies that are the gateway's own affair.</summary>
    public static bool IsOwn(string cookie) => cookie.StartsWith($"__Host-{CookieName}", StringComparison.Ordinal)
        || cookie == CookieName || cookie.StartsWith($"{CookieName}-state.", StringComparison.Ordinal)
        || cookie.StartsWith($"{CookieName}-nonce.", StringComparison.Ordinal);

    /// <summary>The provider says the addresses at which it is asked from inside; people know the public one.</summary>
    private Task SendTo(string endpoint, RedirectContext context)
    {
        context.ProtocolMessage.IssuerAddress = new Uri(Issuer, endpoint).AbsoluteUri;
        if (context.ProtocolMessage.RedirectUri is not null)
        {
            context.ProtocolMessage.RedirectUri = new Uri(Issuer, Done).AbsoluteUri;
        }

        if (context.ProtocolMessage.PostLogoutRedirectUri is not null)
        {
            context.ProtocolMessage.PostLogoutRedirectUri = new Uri(Issuer, SignedOut).AbsoluteUri;
        }

        return Task.CompletedTask;
    }

    private void Harden(CookieBuilder cookie)
    {
        cookie.HttpOnly = cookie.IsEssential = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.SecurePolicy = IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
    }
}
