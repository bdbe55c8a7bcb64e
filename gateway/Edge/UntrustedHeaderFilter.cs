namespace Technopark.Gateway.Edge;

/// <summary>Takes away what only the gateway may say: who calls, from where, and what they "really" want.</summary>
internal static class UntrustedHeaderFilter
{
    private static readonly string[] Prefixes =
    [
        "X-Forwarded", "X-Original-", "X-User", "X-Remote-", "X-Auth-", "X-Authenticated-", "X-Identity", "X-Client-",
        "X-MS-CLIENT-", "X-HTTP-Method",
    ];

    private static readonly HashSet<string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        "Forwarded", "Remote-User", "X-Real-IP", "X-Rewrite-URL", "X-Method-Override", "X-ARR-ClientCert",
        "X-SSL-Client-Cert", "SSL-Client-Cert", "Client-Cert", "Proxy-Authorization", "X-Cluster-Client-IP",
        "True-Client-IP", "CF-Connecting-IP",
    };

    public static void UseInboundHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        foreach (var name in context.Request.Headers.Keys.Where(IsRefused).ToArray())
        {
            context.Request.Headers.Remove(name);
        }

        return next(context);
    });

    // A server that maps headers to variables reads X_User as X-User.
    private static bool IsRefused(string name) => name.Contains('_', StringComparison.Ordinal) || Names.Contains(name)
        || Array.Exists(Prefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
