using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using OpenIddict.Server;
using Technopark.Identity.Data;
using Technopark.ServiceDefaults;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Technopark.Identity.Connect;

/// <summary>The OpenID Connect server: authorization code with PKCE for people, client credentials for services.</summary>
internal static class TokenServer
{
    public const string Root = "identity/";

    public static void AddTokenServer(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<IdentityDb>().ReplaceDefaultEntities<Guid>())
            .AddServer(server =>
            {
                server.SetConfigurationEndpointUris($"{Root}.well-known/openid-configuration")
                    .SetJsonWebKeySetEndpointUris($"{Root}.well-known/jwks")
                    .SetAuthorizationEndpointUris($"{Root}connect/authorize")
                    .SetTokenEndpointUris($"{Root}connect/token")
                    .SetEndSessionEndpointUris($"{Root}connect/endsession")
                    .SetRevocationEndpointUris($"{Root}connect/revoke");
                server.AllowAuthorizationCodeFlow().AllowRefreshTokenFlow().AllowClientCredentialsFlow().RequireProofKeyForCodeExchange();
                server.RegisterScopes(JwtAuthentication.People, JwtAuthentication.Services, Scopes.OpenId, Scopes.Profile, Scopes.OfflineAccess);
                server.DisableAccessTokenEncryption();
                server.UseAspNetCore()
                    .EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough().EnableEndSessionEndpointPassthrough()
                    // TLS ends at the gateway, or at the proxy before it.
                    .DisableTransportSecurityRequirement();
                if (builder.Environment.IsDevelopment())
                {
                    server.AllowCustomFlow(DevelopmentGrant.GrantType);
                }
            });
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>, TokenKeys>();
        services.AddSingleton(new RevokedSessionsSource((scope, ct) => scope.GetRequiredService<Sessions>().EndedAsync(ct)));
        // Where it is told its own address, as every service of a park is, they are read already.
        if (!DesignTime.IsActive && builder.Configuration["services:identity:http:0"] is null)
        {
            services.AddHostedService(provider => provider.GetRequiredService<RevokedSessions>());
        }

        // Its own tokens it knows by the keys themselves.
        services.AddOptions<JwtBearerOptions>(JwtAuthentication.People).Configure<IOptionsMonitor<OpenIddictServerOptions>>((token, server) =>
        {
            token.Configuration = new OpenIdConnectConfiguration();
            server.CurrentValue.SigningCredentials.ForEach(credential => token.Configuration.SigningKeys.Add(credential.Key));
        });
        services.AddOptions<OpenIddictServerOptions>().Configure<IOptions<JwtAuthenticationOptions>, IOptions<IdentityOptions>>((server, issuer, identity) =>
        {
            server.Issuer = issuer.Value.Issuer;
            server.AccessTokenLifetime = identity.Value.AccessToken;
            server.RefreshTokenLifetime = identity.Value.Session;
            server.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain);
        });
    }
}
