using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Technopark.ServiceKit.Audit;

namespace Technopark.Identity.ExternalProvider;

/// <summary>The park as a client of the provider: authorization code with PKCE. Its tokens are not kept.</summary>
internal sealed partial class ProviderSignIn(
    IOptions<IdentityOptions> identity, IOptions<JwtAuthenticationOptions> address, IdentityCookies cookies,
    AuditLog audit, ILogger<ProviderSignIn> log)
    : IConfigureNamedOptions<OpenIdConnectOptions>
{
    public const string Scheme = "provider";

    /// <summary>What a sign-in carries with it to its end.</summary>
    public const string ReturnUrl = "returnUrl", Invitation = "invitation";

    private const string Done = "/identity/signin/done";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public void Configure(string? name, OpenIdConnectOptions options)
    {
        if (name != Scheme || identity.Value.Provider is not { } provider)
        {
            return;
        }

        options.Authority = provider.Authority;
        options.RequireHttpsMetadata = new Uri(provider.Authority).Scheme == Uri.UriSchemeHttps;
        options.ClientId = provider.ClientId;
        options.ClientSecret = provider.ClientSecret;
        options.ResponseType = OpenIdConnectResponseType.Code;
        options.ResponseMode = OpenIdConnectResponseMode.Query;
        options.UsePkce = options.GetClaimsFromUserInfoEndpoint = options.DisableTelemetry = true;
        options.MapInboundClaims = options.SaveTokens = false;
        options.Scope.Clear();
        Array.ForEach(provider.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries), options.Scope.Add);
        options.ClaimActions.Clear();
        options.ClaimActions.MapAll();
        options.CallbackPath = Done;
        // Nobody but the person ends sessions here, and the page after sign-out is like any other.
        options.RemoteSignOutPath = options.SignedOutCallbackPath = default;
        options.SignInScheme = IdentityConstants.ExternalScheme;
        options.BackchannelTimeout = Patience;
        cookies.Name(options.CorrelationCookie, "tp-identity-state.");
        cookies.Name(options.NonceCookie, "tp-identity-nonce.");
        options.Events = new OpenIdConnectEvents
        {
            OnRedirectToIdentityProvider = context =>
            {
                // The service does not know under which name people see it: the gateway does.
                context.ProtocolMessage.RedirectUri = new Uri(address.Value.Issuer, Done).AbsoluteUri;
                return Task.CompletedTask;
            },
            OnTicketReceived = context =>
            {
                context.Principal = ExternalLogin.Of(context.Principal!, provider).Pack();
                return Task.CompletedTask;
            },
            OnRemoteFailure = FailAsync,
        };
    }

    public void Configure(OpenIdConnectOptions options) => Configure(null, options);

    /// <summary>Shows a page from which the person can try again, whatever failed.</summary>
    private Task FailAsync(RemoteFailureContext context)
    {
        var isAway = ProviderAddresses.IsAway(context.Failure);
        // The provider's own words may name the person.
        LogFailed(log, context.Failure?.Data["error"] as string ?? context.Failure?.GetType().Name);
        if (!isAway)
        {
            audit.Post(new AuditEvent(AuditEventTypes.ProviderRefused, TargetTypes.Account));
        }

        context.Response.Redirect(QueryHelpers.AddQueryString(AtProviderModel.Path, new Dictionary<string, string?>
        {
            ["fault"] = isAway ? AtProviderModel.Away : AtProviderModel.Refused,
            [ReturnUrl] = context.Properties?.GetString(ReturnUrl),
            [Invitation] = context.Properties?.GetString(Invitation),
        }));
        context.HandleResponse();
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sign-in at the provider came to nothing: {Reason}")]
    private static partial void LogFailed(ILogger logger, string? reason);
}
