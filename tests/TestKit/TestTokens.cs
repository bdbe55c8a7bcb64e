using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Technopark.ServiceDefaults;

namespace Technopark.TestKit;

/// <summary>Real access tokens, signed with a key that the process under test is told to believe.</summary>
public static class TestTokens
{
    private static readonly RsaSecurityKey Key = new(RSA.Create(2048)) { KeyId = "test" };

    /// <summary>Issuer of the tokens, the default of a process under test.</summary>
    public static string Issuer { get; } = new JwtAuthenticationOptions().Issuer.AbsoluteUri;

    /// <summary>A person's token.</summary>
    public static string Of(Roles roles, Guid? person = null) => Sign(Describe(roles, person ?? Guid.CreateVersion7()));

    /// <summary>A service's own token.</summary>
    public static string OfService(string client)
    {
        var token = Describe(Roles.None, Guid.Empty);
        token.Subject = new ClaimsIdentity([new Claim("sub", client), new Claim("client_id", client)]);
        token.Audience = JwtAuthentication.Services;
        return Sign(token);
    }

    /// <summary>What a person's token says, for a test to change.</summary>
    public static SecurityTokenDescriptor Describe(Roles roles, Guid person)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        return new SecurityTokenDescriptor
        {
            Subject = new ClaimsIdentity(
                [
                    new Claim("sub", person.ToString()),
                    .. RoleNames.In(roles).Select(role => new Claim(RoleNames.Claim, RoleNames.NameOf(role)))]),
            Issuer = Issuer,
            Audience = JwtAuthentication.People,
            TokenType = "at+jwt",
            IssuedAt = now,
            NotBefore = now.AddMinutes(-1),
            Expires = now.AddHours(1),
            SigningCredentials = new SigningCredentials(Key, SecurityAlgorithms.RsaSha256),
        };
    }

    public static string Sign(SecurityTokenDescriptor token) => new JsonWebTokenHandler().CreateToken(token);

    /// <summary>Makes a process believe these tokens and no others.</summary>
    public static void Believe(this IServiceCollection services)
    {
        var configuration = new OpenIdConnectConfiguration { Issuer = Issuer };
        configuration.SigningKeys.Add(Key);
        services.PostConfigureAll<JwtBearerOptions>(token =>
            token.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(configuration));
    }
}
