namespace Technopark.Terminal;

/// <summary>What <c>up</c> and <c>demo</c> are told about the park that they start.</summary>
/// <param name="Detach">Whether the park goes on when the command has ended.</param>
internal sealed record ParkSettings(string State, bool Detach, string[] HostArguments)
{
    public static Command Command(string name, Func<ParkSettings, CancellationToken, Task<int>> run)
    {
        var command = new Command(name)
        {
            Options.Port, Options.State, Options.Detach, Options.Replicas, Options.Subscriber,
        };
        command.SetAction(parsed => Interruption.HeedAsync(async ct =>
        {
            var settings = Read(parsed);
            // A host that was killed could not stop what it had started.
            var processes = new ParkProcesses(settings.State);
            await processes.EndAsync(orHosted: true);
            return processes.Host is null ? await run(settings, ct) : throw new CommandException(
                $"A park is running in {settings.State}. Stop it, or choose another place: --state DIR");
        }));
        return command;
    }

    private static ParkSettings Read(ParseResult parsed) => new(
        Options.StateOf(parsed), parsed.GetValue(Options.Detach),
    [
        "--Park:Port", parsed.GetValue(Options.Port) ?? "8080",
        .. (parsed.GetValue(Options.Replicas) ?? []).Select(asked => asked.Split('='))
            .SelectMany(asked => new[] { $"--Park:Replicas:{asked[0]}", asked[1] }),
        .. (parsed.GetValue(Options.Subscriber) ?? []).SelectMany(name => new[] { $"--Park:Subscribers:{name}", name }),
    ]);
}
