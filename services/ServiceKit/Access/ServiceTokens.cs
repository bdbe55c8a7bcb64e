using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Grpc.Core;
using Microsoft.Extensions.Configuration;
using Technopark.ServiceDefaults;

namespace Technopark.ServiceKit.Access;

/// <summary>This service's own token, by client credentials, for calls to the others; kept until shortly before it expires.</summary>
internal sealed class ServiceTokens(IHttpClientFactory clients, IConfiguration configuration, CentreInfo centre, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _asking = new(1, 1);
    private Token? _token;
    private DateTimeOffset _until;

    /// <summary>Adds the token to every call of a channel; the park's network inside carries no TLS.</summary>
    public CallCredentials Credentials => CallCredentials.FromInterceptor(async (context, metadata) =>
        metadata.Add("Authorization", $"Bearer {await GetAsync(context.CancellationToken)}"));

    public void Dispose() => _asking.Dispose();

    private async Task<string> GetAsync(CancellationToken ct)
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

    private async Task<Token> AskAsync(CancellationToken ct)
    {
        using var http = clients.CreateClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = centre.Name,
            ["client_secret"] = configuration["SignIn:ClientSecret"] ?? "",
            ["scope"] = SignIn.Services,
        });
        using var answer = await http.PostAsync(new Uri("http://identity/identity/connect/token"), form, ct);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<Token>(ct))!;
    }

    private sealed record Token(
        [property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
