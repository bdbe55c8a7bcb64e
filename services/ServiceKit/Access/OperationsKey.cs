using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;

namespace Technopark.ServiceKit.Access;

/// <summary>Lets in who shows the park's key, <c>Operations:Key</c>: the dashboard. Without a key, nobody.</summary>
internal sealed class OperationsKey(
    IConfiguration configuration, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logs,
    UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logs, encoder)
{
    public const string Name = "operations";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var key = configuration["Operations:Key"];
        var shown = Request.Headers["X-Operations-Key"].ToString();
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
