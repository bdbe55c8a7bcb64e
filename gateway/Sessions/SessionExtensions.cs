using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;

namespace Technopark.Gateway.Sessions;

/// <summary>Signing browsers in and out.</summary>
internal static class SessionExtensions
{
    public static void AddBrowserSessions(this WebApplicationBuilder builder)
    {
        builder.AddSignIn("gateway");
        builder.Services.AddDbContextFactory<GatewayDb>(options => options
            .UseNpgsql((builder.Configuration.GetConnectionString("gateway") ?? "Host=localhost;Database=gateway")
                + ";Application Name=gateway;Maximum Pool Size=24;Timeout=5;Command Timeout=15;Keepalive=15")
            .UseSnakeCaseNamingConvention());
        builder.AddSealedKeys("gateway").PersistKeysToDbContext<GatewayDb>();
        builder.Services.AddSingleton<SessionStore>();
        builder.Services.AddSingleton<AccessTokens>();
        builder.Services.AddSingleton<RefreshClient>();
        builder.Services.AddHostedService<SessionRetention>();
        builder.Services.AddSingleton<BrowserSignIn>();
        builder.Services.AddOptions<CookieAuthenticationOptions>(BrowserSignIn.Cookie)
            .Configure<BrowserSignIn>((cookie, signIn) => signIn.Configure(cookie));
        builder.Services.AddOptions<OpenIdConnectOptions>(BrowserSignIn.Provider)
            .Configure<BrowserSignIn>((provider, signIn) => signIn.Configure(provider));
        builder.Services.AddAuthentication().AddCookie(BrowserSignIn.Cookie)
            .AddOpenIdConnect(BrowserSignIn.Provider, _ => { });
        // Who calls is found out after the limit for addresses, and only where it matters.
        builder.Services.Configure<AuthenticationOptions>(authentication => authentication.DefaultScheme = null);
    }

    public static void MapSessions(this WebApplication app)
    {
        app.MapGet("/signin", SignInAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPost("/signout", () => Results.SignOut(
            new AuthenticationProperties { RedirectUri = "/" }, [BrowserSignIn.Provider, BrowserSignIn.Cookie]))
            .AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task SignInAsync(
        HttpContext context, IOptions<JwtAuthenticationOptions> options, string? returnUrl)
    {
        var home = new Uri(options.Value.Issuer, "/");
        var onward = IsLocal(returnUrl) ? returnUrl : "/";
        if (context.Request.Host.ToUriComponent() != home.Authority)
        {
            // Cookies belong to one name: the one that the provider sends people back to.
            context.Response.Redirect(new Uri(home, $"signin?returnUrl={Uri.EscapeDataString(onward!)}").AbsoluteUri);
            return;
        }

        try
        {
            await context.ChallengeAsync(BrowserSignIn.Provider, new AuthenticationProperties { RedirectUri = onward });
        }
        catch (InvalidOperationException away) when (away.InnerException is IOException or HttpRequestException)
        {
            throw ProblemException.Unavailable("Sign-in is not available at the moment.");
        }
    }

    /// <summary>Only an address of this park: neither another scheme nor, as browsers read it, another host.</summary>
    internal static bool IsLocal(string? url) =>
        url is ['/'] or ['/', not ('/' or '\\'), ..] && !url.Any(char.IsControl);
}
