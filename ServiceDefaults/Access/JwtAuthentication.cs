using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.IdentityModel.Tokens;

namespace Technopark.ServiceDefaults;

/// <summary>Section <c>SignIn</c>: whose tokens a process believes.</summary>
public sealed class JwtAuthenticationOptions
{
    public const string Section = "SignIn";

    /// <summary>What tokens name as their issuer: the public address of the identity service.</summary>
    [Required]
    public Uri Issuer { get; init; } = new("http://127.0.0.1:8080/identity/");

    /// <summary>How this program names itself to the identity service.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>How it shows that it is the one.</summary>
    public string ClientSecret { get; init; } = "";
}

/// <summary>Checks access tokens (RFC 9068); people's and the services' own are for different doors.</summary>
public static class JwtAuthentication
{
    /// <summary>Scheme and audience of people's tokens.</summary>
    public const string People = "technopark";

    /// <summary>Scheme and audience of the services' own tokens.</summary>
    public const string Services = "technopark.services";

    /// <summary>Claim that names the session a token belongs to.</summary>
    public const string Session = "sid";

    /// <summary>Believes the tokens of the issuer that <c>SignIn</c> names.</summary>
    /// <param name="name">How this program names itself, in lower case.</param>
    public static WebApplicationBuilder AddSignIn(this WebApplicationBuilder builder, string name)
    {
        builder.Services.AddOptions<JwtAuthenticationOptions>().BindConfiguration(JwtAuthenticationOptions.Section)
            .Configure(own => own.ClientId = name).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<ClientCredentialsTokens>();
        builder.Services.TryAddSingleton(RevokedSessionsSource.Identity);
        builder.Services.AddSingleton<RevokedSessions>();
        // Set to nothing it is null: the start says so, not what needs it here.
        var issuer = builder.Configuration.GetSection(JwtAuthenticationOptions.Section)
            .Get<JwtAuthenticationOptions>() is { Issuer: not null } given ? given : new();
        // Inside the park it is asked directly, whatever its public address.
        var inside = builder.Configuration["services:identity:http:0"];
        var metadata = inside is not null
            ? new Uri(new Uri(inside), "/identity/.well-known/openid-configuration")
            : new Uri(issuer.Issuer, ".well-known/openid-configuration");
        if (inside is not null)
        {
            builder.Services.AddHostedService(services => services.GetRequiredService<RevokedSessions>());
        }

        builder.Services.AddSingleton<ValidatedTokenCache>();
        builder.Services.AddAuthentication(People)
            .AddJwtBearer(People, token => Check(token, issuer, metadata, People))
            .AddJwtBearer(Services, token => Check(token, issuer, metadata, Services));
        builder.Services.AddAuthorization(access =>
        {
            // What names no policy is closed to everybody. What is no route answers 404, 405 or 415 by itself.
            access.FallbackPolicy = new AuthorizationPolicyBuilder()
                .RequireAssertion(
                    context => context.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint)
                .Build();
        });
        return builder;
    }

    private static void Check(JwtBearerOptions token, JwtAuthenticationOptions issuer, Uri metadata, string audience)
    {
        token.MetadataAddress = metadata.AbsoluteUri;
        token.RequireHttpsMetadata = false;
        token.MapInboundClaims = false;
        token.IncludeErrorDetails = false;
        token.EventsType = typeof(ValidatedTokenCache);
        token.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = issuer.Issuer.AbsoluteUri,
            ValidAudience = audience,
            ValidTypes = ["at+jwt"],
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.EcdsaSha256],
            NameClaimType = "sub",
            RoleClaimType = RoleNames.Claim,
            ClockSkew = TimeSpan.FromSeconds(30),
        };
    }
}
