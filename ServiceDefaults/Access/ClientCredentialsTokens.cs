using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;

namespace Technopark.ServiceDefaults;

/// <summary>This program's own token for calls to other services, kept until shortly before it expires.</summary>
public sealed class ClientCredentialsTokens(
    IHttpClientFactory clients, IOptions<JwtAuthenticationOptions> options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _asking = new(1, 1);
    private Token? _token;
    private DateTimeOffset _until;

    /// <summary>The token, asked for where there is none or it runs out.</summary>
    /// <exception cref="HttpRequestException">The identity service refused, or is away.</exception>
    public async Task<string> GetAsync(CancellationToken ct)
    {
        await _asking.WaitAsync(ct);
        try
        {
            if (_token is null || clock.GetUtcNow() >= _until)
            {
                var asked = clock.GetUtcNow();
                _token = await AskAsync(ct);
                _until = asked + TimeSpan.FromSeconds(_token.ExpiresIn) - Before;
            }

            return _token.AccessToken;
        }
        finally
        {
            _asking.Release();
        }
    }

    public void Dispose() => _asking.Dispose();

    private async Task<Token> AskAsync(CancellationToken ct)
    {
        using var http = clients.CreateClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = options.Value.ClientId,
            ["client_secret"] = options.Value.ClientSecret,
            ["scope"] = JwtAuthentication.Services,
        });
        using var answer = await http.PostAsync(new Uri("http://identity/identity/connect/token"), form, ct);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Token>(ct))!;
    }

    private sealed record Token(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
