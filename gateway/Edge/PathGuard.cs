using System.Buffers;
using Microsoft.AspNetCore.Http.Features;

namespace Technopark.Gateway.Edge;

/// <summary>Refuses addresses that whoever decodes twice or folds slashes would read as another one.</summary>
internal static class PathGuard
{
    private static readonly SearchValues<string> Ambiguous = SearchValues.Create(
        ["//", "\\", "/./", "/../", "%2f", "%5c", "%25", "%2e", "%00", "%3b", ";"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The orchestrator's probe of the gateway is /health; nobody needs the other from outside.</summary>
    private const string Alive = "/alive";

    public static void UsePathGate(this WebApplication app) => app.Use((context, next) =>
    {
        if (IsPlain(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget)
            && !context.Request.Path.StartsWithSegments(Alive, StringComparison.OrdinalIgnoreCase))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    private static bool IsPlain(string rawTarget)
    {
        var query = rawTarget.IndexOf('?', StringComparison.Ordinal);
        var path = rawTarget.AsSpan(0, query < 0 ? rawTarget.Length : query);
        return path.StartsWith('/') && !path.EndsWith("/..") && !path.EndsWith("/.") && !path.ContainsAny(Ambiguous);
    }
}
