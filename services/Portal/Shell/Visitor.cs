using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Technopark.Client.Identity;

namespace Technopark.Portal.Shell;

/// <summary>Who looks at the page. Services check the token; the portal reads it only to show the way.</summary>
internal sealed partial class Visitor(IHttpContextAccessor http, IdentityClient identity, ILogger<Visitor> log)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private Task<string?>? _name;
    private JsonWebToken? _token;

    public bool IsSignedIn => http.HttpContext!.IsSignedIn();

    public Roles Roles =>
        Token is { } token ? RoleNames.Of(new ClaimsPrincipal(new ClaimsIdentity(token.Claims))) : Roles.None;

    /// <summary>The id in the token.</summary>
    public Guid Id => Guid.TryParse(Token?.Subject, out var id) ? id : default;

    /// <summary>The path, if the page's operation admits the visitor; null: no way is shown.</summary>
    public string? WayTo(string operation, string path) => Operations.Admits(operation, Roles) ? path : null;

    /// <summary>Null where nobody has signed in, or the service is away: the page is shown without a name.</summary>
    public Task<string?> NameAsync() => _name ??= FindNameAsync();

    private JsonWebToken? Token
    {
        get
        {
            if (_token is not null)
            {
                return _token;
            }

            var header = http.HttpContext!.Request.Headers.Authorization.ToString();
            var token = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..] : "";
            return _token = new JsonWebTokenHandler() is var reader && reader.CanReadToken(token)
                ? reader.ReadJsonWebToken(token) : null;
        }
    }

    private async Task<string?> FindNameAsync()
    {
        if (!IsSignedIn)
        {
            return null;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(http.HttpContext!.RequestAborted);
        patience.CancelAfter(Patience);
        try
        {
            return (await identity.GetMeAsync(patience.Token)).Result.Name;
        }
        catch (Exception e) when (!http.HttpContext!.RequestAborted.IsCancellationRequested)
        {
            LogAway(log, e.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The person's name is not available: {Reason}")]
    private static partial void LogAway(ILogger logger, string reason);
}

internal static class VisitorExtensions
{
    /// <summary>True where the gateway says who looks.</summary>
    public static bool IsSignedIn(this HttpContext context) => context.Request.Headers.Authorization.Count == 1;

    /// <summary>A page with somebody's name on it is for nobody else.</summary>
    public static void UsePrivatePages(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.IsSignedIn())
        {
            context.Response.Headers.CacheControl = "no-store";
        }

        return next(context);
    });
}
