using System.Net.Http.Json;

namespace Technopark.Terminal;

/// <summary>What whoever runs a park does for people who cannot sign in, by the operations API of identity.</summary>
internal static class AccountCommands
{
    /// <summary>Invites a person, the first operator among them, and prints the link that the mail says too.</summary>
    public static Command CreateInvite()
    {
        var command = new Command("invite") { Options.State, Options.Mail, Options.Role };
        const string Example = "--mail anna@example.org --role operator";
        Options.Require(command, $"invite wants --mail and --role, for example {Example}", Options.Mail, Options.Role);
        command.SetAction((parsed, ct) => AskAsync(
            Options.StateOf(parsed), "/ops/invitations",
            new { mail = parsed.GetValue(Options.Mail), roles = parsed.GetValue(Options.Role)!.Split(',') },
            async answer => (await answer.ReadFromJsonAsync<Invited>(ct))!.Link, ct));
        return command;
    }

    /// <summary>Removes everything that signs in to an account, and has a link for a new password mailed.</summary>
    public static Command CreateRecover()
    {
        var command = new Command("recover") { Options.State, Options.Mail };
        Options.Require(command, "recover wants --mail, for example --mail anna@example.org", Options.Mail);
        command.SetAction((parsed, ct) => AskAsync(
            Options.StateOf(parsed), "/ops/accounts/recover", new { mail = parsed.GetValue(Options.Mail) },
            _ => Task.FromResult($"Nothing signs in to the account of {parsed.GetValue(Options.Mail)} any more. "
                + "A link for a new password is on its way there."), ct));
        return command;
    }

    private static async Task AskAsync<TBody>(
        string state, string path, TBody body, Func<HttpContent, Task<string>> tell, CancellationToken ct)
    {
        var running = await RunningInstance.ReadAsync(state);
        using var http = await running.OperateAsync("identity");
        using var answer = await http.PostAsJsonAsync(running.Identity(path), body, ct);
        Console.WriteLine(answer.IsSuccessStatusCode
            ? await tell(answer.Content)
            : throw await CommandException.OfAsync(answer.Content, ct));
    }

    private sealed record Invited(string Link);
}
