namespace Technopark.Gateway.Edge;

/// <summary>
/// Takes away what only the gateway may say: who the caller is, where it came from, and what it "really" asked for.
/// </summary>
internal static class UntrustedHeaderFilter
{
    private static readonly string[] Prefixes =
        ["X-Forwarded", "X-Original-", "X-User", "X-Remote-", "X-Auth-", "X-Authenticated-", "X-Identity", "X-Client-",
            "X-MS-CLIENT-", "X-HTTP-Method"];

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Forwarded", "Remote-User", "X-Real-IP", "X-Rewrite-URL", "X-Method-Override", "X-ARR-ClientCert",
        "X-SSL-Client-Cert", "SSL-Client-Cert", "Client-Cert", "Proxy-Authorization", "X-Cluster-Client-IP",
        "True-Client-IP", "CF-Connecting-IP",
    };

    public static void UseInboundHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        List<string>? refused = null;
        foreach (var (name, _) in context.Request.Headers)
        {
            if (IsRefused(name))
            {
                (refused ??= []).Add(name);
            }
        }

        refused?.ForEach(name => context.Request.Headers.Remove(name));
        return next(context);
    });

    private static bool IsRefused(string name)
    {
        if (Names.Contains(name))
        {
            return true;
        }

        // A server that maps headers to variables reads X_User as X-User.
        if (name.Contains('_', StringComparison.Ordinal))
        {
            return true;
        }

        foreach (var prefix in Prefixes)
        {
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
