using System.Net.Http.Headers;

namespace Technopark.ParkClient;

/// <summary>Signs in to a park in development, in any role, with the secret that the park keeps in its state directory.</summary>
public static class SignedIn
{
    /// <summary>Every role that a person can have.</summary>
    public const string EveryRole = "director,manager,expert,founder,investor,coordinator,partner,mentor,operator";

    /// <summary>An access token.</summary>
    /// <param name="roles">With commas between.</param>
    /// <param name="user">Name of the person: the same one is the same person.</param>
    public static async Task<string> TokenAsync(this ParkState park, string roles = EveryRole, string user = "everybody")
    {
        using var http = new HttpClient { BaseAddress = park.Resources.First(process => process.Name == "identity").Endpoints["http"] };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "urn:technopark:grant:development",
            ["client_id"] = "development",
            ["client_secret"] = park.DevelopmentSecret ?? throw new InvalidOperationException("The park is not in development."),
            ["role"] = roles,
            ["user"] = user,
        });
        using var answer = await http.PostAsync(new Uri("/identity/connect/token", UriKind.Relative), form);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    /// <summary>A client of the park's gateway who shows a token with each request.</summary>
    /// <inheritdoc cref="TokenAsync"/>
    public static async Task<HttpClient> ClientAsync(this ParkState park, string roles = EveryRole, string user = "everybody")
    {
        var token = await park.TokenAsync(roles, user);
        return new HttpClient
        {
            BaseAddress = park.Gateway,
            Timeout = TimeSpan.FromSeconds(30),
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
        };
    }
}
