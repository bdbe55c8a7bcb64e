using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Grpc.Core;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;
using Technopark.Feed.V1;
using Technopark.ServiceDefaults;

namespace Technopark.ServiceKit.Tests;

/// <summary>Tokens that somebody made, took from another door or kept too long.</summary>
public sealed class TokenTests(SampleFixture sample)
{
    public static TheoryData<string> Attacks =>
    [
        "other issuer", "other audience", "other type", "expired", "not yet", "other key", "shared secret",
        "a service's", "no type",
    ];

    [Fact]
    public async Task The_token_that_the_attacks_start_from_is_good() =>
        Assert.Equal(HttpStatusCode.Created, await SayAsync(TestTokens.Sign(Good())));

    [Theory, MemberData(nameof(Attacks))]
    public async Task A_wrong_token_is_refused(string attack)
    {
        var token = Good();
        switch (attack)
        {
            case "other issuer": token.Issuer = "https://evil.example/identity/"; break;
            case "other audience": token.Audience = "another"; break;
            case "other type": token.TokenType = "JWT"; break;
            case "no type": token.TokenType = ""; break;
            case "expired":
                token.NotBefore = token.NotBefore!.Value.AddHours(-2);
                token.Expires = token.IssuedAt!.Value.AddMinutes(-5);
                break;
            case "not yet": token.NotBefore = token.IssuedAt!.Value.AddMinutes(30); break;
            case "a service's": token.Audience = JwtAuthentication.Services; break;
            case "other key":
                token.SigningCredentials =
                    new(new RsaSecurityKey(RSA.Create(2048)) { KeyId = "test" }, SecurityAlgorithms.RsaSha256);
                break;
            default:
                token.SigningCredentials =
                    new(new SymmetricSecurityKey(new byte[64]) { KeyId = "test" }, SecurityAlgorithms.HmacSha256);
                break;
        }

        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync(TestTokens.Sign(token)));
    }

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        var parts = TestTokens.Sign(Good()).Split('.');
        var none = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes("""{"alg":"none","typ":"at+jwt"}"""));
        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync($"{none}.{parts[1]}."));
        Assert.Equal(HttpStatusCode.Unauthorized, await SayAsync($"{parts[0]}.{parts[1]}."));
    }

    [Fact]
    public async Task A_claim_that_was_changed_is_refused()
    {
        var parts = TestTokens.Sign(Describe(Roles.Investor)).Split('.');
        var claims = Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(parts[1]))
            .Replace("investor", "founder", StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized,
            await SayAsync($"{parts[0]}.{WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(claims))}.{parts[2]}"));
    }

    [Fact]
    public async Task The_feed_is_read_by_listed_services_only()
    {
        Assert.Equal(StatusCode.OK, await ReadAsync(TestTokens.OfService("friend")));
        Assert.Equal(StatusCode.PermissionDenied, await ReadAsync(TestTokens.OfService("stranger")));
        Assert.Equal(StatusCode.Unauthenticated, await ReadAsync(TestTokens.Of(Roles.Authenticated)));
        Assert.Equal(StatusCode.Unauthenticated, await ReadAsync("nothing"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("operation")]
    public async Task Operators_show_the_key_of_the_park(string key)
    {
        using var http = sample.Replica(0);
        http.DefaultRequestHeaders.Remove("X-Operations-Key");
        http.DefaultRequestHeaders.Add("X-Operations-Key", key);
        using var answer = await http.GetAsync(new Uri("/ops/messages", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    private static SecurityTokenDescriptor Good() => Describe(Roles.Founder);

    private static SecurityTokenDescriptor Describe(Roles roles)
    {
        var token = TestTokens.Describe(roles, Guid.CreateVersion7());
        token.Subject.AddClaim(new Claim("jti", Guid.NewGuid().ToString()));
        return token;
    }

    private async Task<HttpStatusCode> SayAsync(string token)
    {
        using var http = sample.Replica(0);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        http.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await http.PostAsync(
            new Uri("/api/kit/v1/samples", UriKind.Relative), SampleFixture.Json("""{"name":"by token"}"""));
        return answer.StatusCode;
    }

    private async Task<StatusCode> ReadAsync(string token)
    {
        using var call = sample.Feed(0, token).Read(new ReadRequest(), deadline: DateTime.UtcNow.AddSeconds(20));
        try
        {
            while (await call.ResponseStream.MoveNext())
            {
                // Only whether it may be read is asked.
            }

            return StatusCode.OK;
        }
        catch (RpcException refused)
        {
            return refused.StatusCode;
        }
    }
}
