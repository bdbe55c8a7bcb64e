namespace Technopark.Terminal;

/// <summary>Starts the park: until Ctrl-C, or detached.</summary>
internal static class UpCommand
{
    public static Command Create() => ParkSettings.Command("up", async (settings, ct) =>
    {
        await using var host = ParkHost.Start(settings.State, settings.HostArguments, quiet: settings.Detach);
        if (!settings.Detach)
        {
            return await host.EndAsync(ct);
        }

        await host.HealthyAsync(ct);
        host.LetGo();
        return 0;
    });
}
