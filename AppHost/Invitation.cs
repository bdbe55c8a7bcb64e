using System.Net.Http.Json;

namespace Technopark.AppHost;

/// <summary>Invites a person into a running park, the first operator among them, and prints the link that the mail says too.</summary>
internal static class Invitation
{
    /// <param name="asked">State directory, mail address, roles with commas between.</param>
    public static async Task<int> PrintAsync(string[] asked)
    {
        if (await RunningSite.TryReadAsync(asked[0]) is not { } running)
        {
            return 1;
        }

        using var http = await running.OperateAsync("identity");
        using var answer = await http.PostAsJsonAsync(running.Identity("/ops/invitations"), new { mail = asked[1], roles = asked[2].Split(',') });
        if (!answer.IsSuccessStatusCode)
        {
            return RunningSite.Fail($"Refused: {await answer.Content.ReadAsStringAsync()}");
        }

        Console.WriteLine((await answer.Content.ReadFromJsonAsync<Invited>())!.Link);
        return 0;
    }

    private sealed record Invited(string Link);
}
