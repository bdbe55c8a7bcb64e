namespace Technopark.Terminal;

/// <summary>Starts the park and has the demo play twelve years of one through its public API.</summary>
internal static class DemoCommand
{
    public static Command Create() => ParkSettings.Command("demo", async (settings, ct) =>
    {
        await using var host = ParkHost.Start(settings.State, settings.HostArguments, quiet: true);
        await host.HealthyAsync(ct);
        string[] player = ["dotnet", Repository.Built("tests/Demo", "Demo"), "--state", settings.State];
        if (await Programs.RunAsync(player, ct) != 0)
        {
            throw new CommandException("technopark: the demo did not come to its end");
        }

        var park = (await RunningInstance.ReadAsync(settings.State)).Manifest;
        Console.WriteLine($"portal     {park.Gateway}/");
        Console.WriteLine($"reference  {park.Gateway}/reference");
        Console.WriteLine($"gateway    {park.Gateway}");
        Console.WriteLine($"dashboard  {park.Dashboard}");
        if (settings.Detach)
        {
            host.LetGo();
            return 0;
        }

        Console.WriteLine("Ctrl-C stops the park");
        return await host.EndAsync(ct);
    });
}
