using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace Technopark.AppHost;

/// <summary>Prints an access token for trying the API of a park in development; elsewhere the identity service knows no such grant.</summary>
internal static class DevelopmentToken
{
    /// <param name="asked">State directory, roles with commas between, and the name of the person; the role where it is left out.</param>
    public static async Task<int> PrintAsync(string[] asked)
    {
        var (roles, user) = (asked[1], asked.ElementAtOrDefault(2) ?? asked[1]);
        if (await RunningSite.TryReadAsync(asked[0]) is not { } running)
        {
            return 1;
        }

        if (running.Park.DevelopmentSecret is not { } secret)
        {
            return RunningSite.Fail("This park is not in development: people sign in to it, and programs with client credentials.");
        }

        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "urn:technopark:grant:development",
            ["client_id"] = "development",
            ["client_secret"] = secret,
            ["role"] = roles,
            ["user"] = user,
        });
        using var answer = await http.PostAsync(running.Identity("/identity/connect/token"), form);
        if (!answer.IsSuccessStatusCode)
        {
            return RunningSite.Fail($"Refused: {await answer.Content.ReadAsStringAsync()}");
        }

        Console.WriteLine((await answer.Content.ReadFromJsonAsync<Granted>())!.AccessToken);
        return 0;
    }

    private sealed record Granted([property: JsonPropertyName("access_token")] string AccessToken);
}
