using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using OpenIddict.Server;
using Technopark.ServiceKit.Hosting;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Technopark.Identity.OpenIdConnect;

/// <summary>The OpenID Connect server: code with PKCE for people, client credentials for services.</summary>
internal static class TokenServer
{
    private const string Root = "identity/";

    public static void AddOpenIdConnectServer(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.Require(
            new(
                "Identity:DevelopmentSecret", SettingChecks.Absent,
                Bilingual.Of("unset it: it gives anybody any role")),
            new(
                "Identity:Clients:*:Secret", secret => secret is null || SettingChecks.Secret(secret),
                Bilingual.Of("at least {0} characters", 32)),
            new("Identity:Clients:*:RedirectUris:*", SettingChecks.Https, Bilingual.Of("an https address")),
            new("Identity:Clients:*:SignedOutUris:*", SettingChecks.Https, Bilingual.Of("an https address")));
        services.AddHttpContextAccessor();
        services.AddScoped<DevelopmentGrant>();
        services.AddScoped<ClientSeeder>();
        services.AddSingleton<TokenKeys>().ConfigureOptions<TokenKeys>();
        services.AddSingleton(new DataSeeder(SeedAsync));
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<IdentityDb>().ReplaceDefaultEntities<Guid>())
            .AddServer(server => Configure(server, builder.Environment));
        services.AddOptions<OpenIddictServerOptions>()
            .Configure<IOptions<JwtAuthenticationOptions>, IOptions<IdentityOptions>>(
            (server, issuer, identity) =>
            {
                server.Issuer = issuer.Value.Issuer;
                server.AccessTokenLifetime = identity.Value.AccessToken;
                server.RefreshTokenLifetime = identity.Value.Session;
                server.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain);
            });
        AddOwnTokens(builder);
    }

    public static void MapOpenIdConnect(this WebApplication app)
    {
        var connect = app.MapGroup($"/{Root}connect").ExcludeFromDescription();
        connect.MapPost("/token", TokenEndpoint.HandleAsync).AllowAnonymous();
        connect.MapMethods("/authorize", ["GET", "POST"], AuthorizeEndpoint.HandleAsync).AllowAnonymous();
        connect.MapMethods("/endsession", ["GET", "POST"], EndSessionEndpoint.HandleAsync).AllowAnonymous();
        // Which sessions have ended whose access tokens may still be valid, for the park's services.
        connect.MapGet("/ended", (Sessions sessions, CancellationToken ct) => sessions.EndedAsync(ct))
            .RequireAuthorization(
                policy => policy.AddAuthenticationSchemes(JwtAuthentication.Services).RequireAuthenticatedUser());
    }

    private static void Configure(OpenIddictServerBuilder server, IHostEnvironment environment)
    {
        server.SetConfigurationEndpointUris($"{Root}.well-known/openid-configuration")
            .SetJsonWebKeySetEndpointUris($"{Root}.well-known/jwks")
            .SetAuthorizationEndpointUris($"{Root}connect/authorize")
            .SetTokenEndpointUris($"{Root}connect/token")
            .SetEndSessionEndpointUris($"{Root}connect/endsession")
            .SetRevocationEndpointUris($"{Root}connect/revoke");
        server.AllowAuthorizationCodeFlow().AllowRefreshTokenFlow().AllowClientCredentialsFlow()
            .RequireProofKeyForCodeExchange();
        server.RegisterScopes(
            JwtAuthentication.People, JwtAuthentication.Services, Scopes.OpenId, Scopes.Profile, Scopes.OfflineAccess);
        server.DisableAccessTokenEncryption();
        server.UseAspNetCore()
            .EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough()
            .EnableEndSessionEndpointPassthrough()
            // TLS ends at the gateway, or at the proxy before it.
            .DisableTransportSecurityRequirement();
        if (environment.IsDevelopment())
        {
            server.AllowCustomFlow(DevelopmentGrant.GrantType);
        }
    }

    /// <summary>This service's API takes its own tokens: it knows their keys and which sessions have ended.</summary>
    private static void AddOwnTokens(WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(
            new RevokedSessionsSource((scope, ct) => scope.GetRequiredService<Sessions>().EndedAsync(ct)));
        // Where it is told its own address, as every service of a park is, they are read already.
        if (!DesignTime.IsActive && builder.Configuration["services:identity:http:0"] is null)
        {
            services.AddHostedService(provider => provider.GetRequiredService<RevokedSessions>());
        }

        services.AddOptions<JwtBearerOptions>(JwtAuthentication.People)
            .Configure<IOptionsMonitor<OpenIddictServerOptions>>(
            (token, server) =>
            {
                token.Configuration = new OpenIdConnectConfiguration();
                server.CurrentValue.SigningCredentials.ForEach(
                    credential => token.Configuration.SigningKeys.Add(credential.Key));
            });
    }

    private static async Task SeedAsync(IServiceProvider services, CancellationToken ct)
    {
        if (!await services.GetRequiredService<IdentityDb>().TokenKeys.AnyAsync(ct))
        {
            await services.GetRequiredService<TokenKeys>().RenewAsync(ct);
        }

        await services.GetRequiredService<ClientSeeder>().RegisterAsync(ct);
    }
}
