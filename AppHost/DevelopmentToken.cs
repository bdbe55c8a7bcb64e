using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Technopark.AppHost;

/// <summary>Prints an access token for trying the API of a park in development; elsewhere the identity service knows no such grant.</summary>
internal static class DevelopmentToken
{
    /// <param name="asked">State directory, roles with commas between, and the name of the person; the role where it is left out.</param>
    public static async Task<int> PrintAsync(string[] asked)
    {
        var (state, roles, user) = (asked[0], asked[1], asked.ElementAtOrDefault(2) ?? asked[1]);
        var file = Path.Combine(state, "park.json");
        if (!File.Exists(file))
        {
            return Fail($"No park is running in {state}.");
        }

        var park = JsonSerializer.Deserialize<ParkFile>(await File.ReadAllTextAsync(file), JsonSerializerOptions.Web)!;
        if (park.DevelopmentSecret is null)
        {
            return Fail("This park is not in development: people sign in to it, and programs with client credentials.");
        }

        var identity = park.Resources.First(process => process.Name == "identity").Endpoints["http"];
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "urn:technopark:grant:development",
            ["client_id"] = "development",
            ["client_secret"] = park.DevelopmentSecret,
            ["role"] = roles,
            ["user"] = user,
        });
        using var answer = await http.PostAsync(new Uri(new Uri(identity), "/identity/connect/token"), form);
        if (!answer.IsSuccessStatusCode)
        {
            return Fail($"Refused: {await answer.Content.ReadAsStringAsync()}");
        }

        Console.WriteLine((await answer.Content.ReadFromJsonAsync<Granted>())!.AccessToken);
        return 0;
    }

    private static int Fail(string reason)
    {
        Console.Error.WriteLine(reason);
        return 1;
    }

    private sealed record Granted([property: JsonPropertyName("access_token")] string AccessToken);
}
