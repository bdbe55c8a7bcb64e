using System.Net.Http.Json;
using System.Text.Json.Serialization;

namespace Technopark.Terminal;

/// <summary>Prints an access token for trying the API; outside development there is no such grant.</summary>
internal static class TokenCommand
{
    public static Command Create()
    {
        var command = new Command("token") { Options.State, Options.Role, Options.User };
        Options.Require(command, "token wants --role, for example --role founder", Options.Role);
        command.SetAction(async (parsed, ct) =>
        {
            var role = parsed.GetValue(Options.Role)!;
            await PrintAsync(Options.StateOf(parsed), role, parsed.GetValue(Options.User) ?? role, ct);
        });
        return command;
    }

    private static async Task PrintAsync(string state, string roles, string user, CancellationToken ct)
    {
        var running = await RunningInstance.ReadAsync(state);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "urn:technopark:grant:development",
            ["client_id"] = "development",
            ["client_secret"] = running.Manifest.DevelopmentSecret ?? throw new CommandException(
                "This park is not in development: people sign in to it, and programs with client credentials."),
            ["role"] = roles,
            ["user"] = user,
        });
        using var answer = await http.PostAsync(running.Identity("/identity/connect/token"), form, ct);
        if (!answer.IsSuccessStatusCode)
        {
            throw await CommandException.OfAsync(answer.Content, ct);
        }

        Console.WriteLine((await answer.Content.ReadFromJsonAsync<Granted>(ct))!.AccessToken);
    }

    private sealed record Granted([property: JsonPropertyName("access_token")] string AccessToken);
}
