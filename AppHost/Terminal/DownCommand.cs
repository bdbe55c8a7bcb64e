namespace Technopark.Terminal;

/// <summary>Stops the park in a state directory, and whatever a killed host has left of one.</summary>
internal static class DownCommand
{
    public static Command Create()
    {
        var command = new Command("down") { Options.State };
        command.SetAction((parsed, _) => RunAsync(Options.StateOf(parsed)));
        return command;
    }

    private static async Task<int> RunAsync(string state)
    {
        var processes = new ParkProcesses(state);
        if (processes.Find() is [])
        {
            Console.WriteLine($"no park is running in {state}");
            return 0;
        }

        if (processes.Host is { } host)
        {
            Console.WriteLine($"stopping the park in {state}");
            Programs.Terminate(host);
        }

        await processes.EndAsync();
        Console.WriteLine("stopped: no process of it is left");
        return 0;
    }
}
