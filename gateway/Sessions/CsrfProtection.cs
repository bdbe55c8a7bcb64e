using Microsoft.AspNetCore.Http.Extensions;

namespace Technopark.Gateway.Sessions;

/// <summary>Another site can make a browser send its cookie: a change must come from the park's own pages.</summary>
internal static class CsrfProtection
{
    /// <summary>Header that scripts of the park's pages send with every change: another site's form cannot.</summary>
    public const string Header = "X-CSRF";

    /// <exception cref="ProblemException">403: the request may not be the person's own will.</exception>
    public static void Refuse(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            || HttpMethods.IsOptions(request.Method))
        {
            return;
        }

        if (!IsFromHere(request))
        {
            throw CrossSite("A change with a cookie must come from the park's own pages.");
        }

        if (request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
            && request.Headers[Header] != "1")
        {
            throw CrossSite($"{Header}: a change with a cookie must carry this header with the value 1.");
        }
    }

    private static ProblemException CrossSite(ProblemText detail) => new(ProblemKind.Forbidden, "crossSite", detail);

    /// <summary>Browsers that do not say Sec-Fetch-Site say Origin; one that says neither is none.</summary>
    private static bool IsFromHere(HttpRequest request) => request.Headers["Sec-Fetch-Site"] is [{ } site]
        ? site is "same-origin" or "none"
        : request.Headers.Origin == UriHelper.BuildAbsolute(request.Scheme, request.Host).TrimEnd('/');
}
