using System.Net.Http.Json;

namespace Technopark.AppHost;

/// <summary>What who runs a park does for people who cannot get in: the identity service's doors for operators.</summary>
internal static class People
{
    /// <summary>Invites a person, the first operator among them, and prints the link that the mail says too.</summary>
    /// <param name="asked">State directory, mail address, roles with commas between.</param>
    public static Task<int> InviteAsync(string[] asked) => AskAsync(
        asked[0], "/ops/invitations", new { mail = asked[1], roles = asked[2].Split(',') },
        async answer => (await answer.ReadFromJsonAsync<Invited>())!.Link);

    /// <summary>Takes everything away that signs in to an account, and has a link for a new password sent to its address.</summary>
    /// <param name="asked">State directory, mail address.</param>
    public static Task<int> RecoverAsync(string[] asked) => AskAsync(
        asked[0], "/ops/accounts/recover", new { mail = asked[1] },
        _ => Task.FromResult($"Nothing signs in to the account of {asked[1]} any more. A link for a new password is on its way there."));

    private static async Task<int> AskAsync<TBody>(string state, string path, TBody body, Func<HttpContent, Task<string>> say)
    {
        if (await RunningSite.TryReadAsync(state) is not { } running)
        {
            return 1;
        }

        using var http = await running.OperateAsync("identity");
        using var answer = await http.PostAsJsonAsync(running.Identity(path), body);
        if (!answer.IsSuccessStatusCode)
        {
            return RunningSite.Fail($"Refused: {await answer.Content.ReadAsStringAsync()}");
        }

        Console.WriteLine(await say(answer.Content));
        return 0;
    }

    private sealed record Invited(string Link);
}
