using System.Security.Cryptography;
using System.Web;
using Microsoft.AspNetCore.WebUtilities;

namespace Technopark.SystemTests;

/// <summary>What somebody tries with the gateway's own client, once it has leaked, and with tokens of others.</summary>
public sealed class TokenAttackTests(RunningPark park)
{
    private const string Verifier = "a-verifier-that-is-long-enough-for-the-rules-of-rfc-7636";
    private const string Me = "/api/identity/v1/me";

    private Uri Gateway => park.Http.BaseAddress!;

    private string Callback => new Uri(Gateway, "/signin/done").AbsoluteUri;

    [Fact]
    public async Task A_code_is_good_once_and_its_replay_ends_what_the_first_use_gave()
    {
        using var member = await Member.SignUpAsync(park);
        var code = await CodeAsync(member);
        var first = await RedeemAsync(code, Verifier);
        Assert.Equal(HttpStatusCode.OK, await CallAsync(SignedIn.AccessTokenIn(first)));

        Assert.Equal("invalid_grant", (await RedeemAsync(code, Verifier)).GetProperty("error").GetString());
        var refreshed = await AskAsync(new()
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = first.GetProperty("refresh_token").GetString()!,
        });
        Assert.Equal("invalid_grant", refreshed.GetProperty("error").GetString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("another-verifier-that-is-long-enough-for-the-rules-of-rfc")]
    public async Task A_stolen_code_is_worth_nothing_without_its_verifier(string? verifier)
    {
        using var member = await Member.SignUpAsync(park);
        var answer = await RedeemAsync(await CodeAsync(member), verifier);
        Assert.StartsWith("invalid_", answer.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData($"&code_challenge={Verifier}&code_challenge_method=plain")]
    [InlineData($"&code_challenge={Verifier}")]
    public async Task No_code_is_given_without_a_hashed_challenge(string challenge)
    {
        using var member = await Member.SignUpAsync(park);
        var shown = await member.Visitor.OpenAsync(Authorize(challenge));
        Assert.DoesNotContain("code=", shown.At, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await member.CallAsync(HttpMethod.Get, Me));
    }

    [Fact]
    public async Task No_code_is_sent_to_an_address_that_is_not_the_client_s()
    {
        using var member = await Member.SignUpAsync(park);
        var shown = await member.Visitor.OpenAsync(
            Authorize(Challenge()).Replace("signin%2fdone", "elsewhere", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.BadRequest, shown.Status);
        Assert.DoesNotContain("code=", shown.At, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_access_tokens_open_the_api()
    {
        using var member = await Member.SignUpAsync(park);
        var tokens = await RedeemAsync(await CodeAsync(member), Verifier);
        Assert.Equal(HttpStatusCode.OK, await CallAsync(SignedIn.AccessTokenIn(tokens)));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(tokens.GetProperty("id_token").GetString()!));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(tokens.GetProperty("refresh_token").GetString()!));
    }

    [Fact]
    public async Task The_token_of_an_ended_session_opens_nothing_at_any_service()
    {
        var token = await park.State.TokenAsync("manager", $"leaver-{Guid.CreateVersion7():N}");
        Assert.Equal(HttpStatusCode.OK, await CallAsync(token, "/api/registry/v1/companies"));
        Assert.Equal(
            HttpStatusCode.NoContent, await CallAsync(token, "/api/identity/v1/sessions/endAll", HttpMethod.Post));
        foreach (var things in (string[])["registry/v1/companies", "incubation/v1/applications", "identity/v1/me",
            "investment/v1/rounds"])
        {
            await Eventually.TrueAsync($"{things} are refused", async () =>
                await CallAsync(token, $"/api/{things}") == HttpStatusCode.Unauthorized, TimeSpan.FromSeconds(10));
        }
    }

    [Fact]
    public async Task Which_sessions_have_ended_is_told_to_services_only()
    {
        var person = await park.State.TokenAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(person, "/identity/connect/ended"));
        var answer = await park.ServiceAsync("registry", Gateway);
        var own = SignedIn.AccessTokenIn(answer);
        Assert.Equal(HttpStatusCode.OK, await CallAsync(own, "/identity/connect/ended"));
        Assert.Equal(HttpStatusCode.Unauthorized, await CallAsync(own));
        Assert.False(answer.TryGetProperty("id_token", out _));
    }

    private static string Challenge() => "&code_challenge_method=S256&code_challenge="
        + WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    private string Authorize(string challenge) =>
        "/identity/connect/authorize?client_id=gateway&response_type=code&state=s" +
        $"&scope=openid%20technopark%20offline_access&redirect_uri={HttpUtility.UrlEncode(Callback)}{challenge}";

    /// <summary>Goes as far as the redirect: the gateway refuses a code that it did not ask for.</summary>
    private async Task<string> CodeAsync(Member member)
    {
        using var handler = new SocketsHttpHandler { CookieContainer = member.Cookies, AllowAutoRedirect = false };
        using var browser = new HttpClient(handler);
        using var answer = await browser.GetAsync(new Uri(Gateway, Authorize(Challenge())));
        return HttpUtility.ParseQueryString(answer.Headers.Location!.Query)["code"]!;
    }

    private Task<JsonElement> RedeemAsync(string code, string? verifier) => AskAsync(new()
    {
        ["grant_type"] = "authorization_code",
        ["code"] = code,
        ["redirect_uri"] = Callback,
        [verifier is null ? "nothing" : "code_verifier"] = verifier ?? "",
    });

    private Task<JsonElement> AskAsync(Dictionary<string, string> form)
    {
        form["client_id"] = "gateway";
        form["client_secret"] = park.Secret("client-gateway");
        return SignedIn.AskAsync(Gateway, form);
    }

    private async Task<HttpStatusCode> CallAsync(string token, string path = Me, HttpMethod? method = null)
    {
        using var http = SignedIn.With(token, Gateway);
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        using var answer = await http.SendAsync(request);
        return answer.StatusCode;
    }
}
