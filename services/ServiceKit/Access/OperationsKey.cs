using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;

namespace Technopark.ServiceKit.Access;

/// <summary>
/// Lets the operators' dashboard in: it shows the key that the park made for it, <c>Operations:Key</c>. Without a key
/// nobody gets in.
/// </summary>
internal sealed class OperationsKey(
    IConfiguration configuration, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs,
        UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "operations";
    public const string Header = "X-Operations-Key";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var key = configuration["Operations:Key"];
        var shown = Request.Headers[Header].ToString();
        if (string.IsNullOrEmpty(key)
            || !CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(shown)))
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var dashboard = new ClaimsIdentity([new Claim("sub", "dashboard")], Name);
        return Task.FromResult(
            AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(dashboard), Name)));
    }
}

/// <summary>Doors for operators.</summary>
public static class OperationsKeyExtensions
{
    /// <summary>Admits who shows this service's key of operations, and nobody else.</summary>
    public static TBuilder AllowOperators<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(
            policy => policy.AddAuthenticationSchemes(OperationsKey.Name).RequireAuthenticatedUser());
}
