using System.Net;
using System.Text.Json.Serialization;

namespace Technopark.Gateway.Sessions;

/// <summary>Asks the identity service for new tokens.</summary>
internal sealed class RefreshClient(IHttpClientFactory clients, IOptions<JwtAuthenticationOptions> options)
{
    /// <summary>Null where the session has ended there: the refresh token opens nothing any more.</summary>
    /// <exception cref="HttpRequestException">The identity service is away.</exception>
    public async Task<Tokens?> RefreshAsync(string refreshToken, CancellationToken ct)
    {
        using var http = clients.CreateClient(nameof(RefreshClient));
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "refresh_token",
            ["refresh_token"] = refreshToken,
            ["client_id"] = options.Value.ClientId,
            ["client_secret"] = options.Value.ClientSecret,
        });
        try
        {
            using var answer = await http.PostAsync(new Uri("http://identity/identity/connect/token"), form, ct);
            if (answer.StatusCode == HttpStatusCode.BadRequest)
            {
                return null;
            }

            answer.EnsureSuccessStatusCode();
            return await answer.Content.ReadFromJsonAsync<Tokens>(ct);
        }
        catch (Exception away) when (away is not HttpRequestException)
        {
            throw new HttpRequestException("The identity service did not answer.", away);
        }
    }

    internal sealed record Tokens(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("refresh_token")] string RefreshToken,
        [property: JsonPropertyName("id_token")] string IdToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
