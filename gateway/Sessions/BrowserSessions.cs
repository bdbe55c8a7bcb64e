using System.Net.Http.Headers;
using Microsoft.AspNetCore.Authentication;
using Npgsql;

namespace Technopark.Gateway.Sessions;

/// <summary>Finds out who calls, by token or cookie, and turns the cookie into the token that services know.</summary>
internal static class BrowserSessions
{
    private static readonly string[] WithoutTokens = ["/identity", "/openapi", "/reference", "/health", "/signin"];

    public static void UseBrowserSessions(this WebApplication app) => app.Use(async (context, next) =>
    {
        var request = context.Request;
        if (request.Headers.Authorization.Count > 0)
        {
            // A program with a token of its own: its cookie, if it has one, means nothing.
            context.User = (await context.AuthenticateAsync(JwtAuthentication.People)).Principal ?? context.User;
        }
        else if (!Array.Exists(
            WithoutTokens, path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)))
        {
            await TakeCookieAsync(context);
        }

        HideOwnCookies(request);
        await next(context);
    });

    private static async Task TakeCookieAsync(HttpContext context)
    {
        if (await ReadAsync(context) is not { Succeeded: true } browser)
        {
            return;
        }

        CsrfProtection.Refuse(context.Request);
        var ended = context.RequestServices.GetRequiredService<RevokedSessions>()
            .Contains(browser.Principal.FindFirst(JwtAuthentication.Session)?.Value);
        var token = ended ? null : await context.RequestServices.GetRequiredService<AccessTokens>()
            .OfAsync(browser.Properties, context.RequestAborted);
        if (token is null)
        {
            await context.SignOutAsync(BrowserSignIn.Cookie);
            return;
        }

        context.User = browser.Principal;
        context.Request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token).ToString();
    }

    private static async Task<AuthenticateResult> ReadAsync(HttpContext context)
    {
        try
        {
            return await context.AuthenticateAsync(BrowserSignIn.Cookie);
        }
        catch (Exception away) when (
            away is NpgsqlException or InvalidOperationException { InnerException: NpgsqlException })
        {
            throw ProblemException.Unavailable("Sign-in cannot be checked at the moment.");
        }
    }

    private static void HideOwnCookies(HttpRequest request)
    {
        if (request.Headers.Cookie.Count > 0)
        {
            var others = request.Headers.Cookie.SelectMany(
                line => line!.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
                .Where(cookie => !BrowserSignIn.IsOwn(cookie.Split('=')[0]));
            request.Headers.Cookie = string.Join("; ", others) is { Length: > 0 } rest
                ? rest : default(Microsoft.Extensions.Primitives.StringValues);
        }
    }
}
