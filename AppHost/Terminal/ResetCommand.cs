namespace Technopark.Terminal;

/// <summary>Removes the state directory of a park that does not run, after asking.</summary>
internal static class ResetCommand
{
    public static Command Create()
    {
        var command = new Command("reset") { Options.State, Options.Yes };
        command.SetAction(parsed => Run(Options.StateOf(parsed), parsed.GetValue(Options.Yes)));
        return command;
    }

    private static int Run(string state, bool sure)
    {
        if (new ParkProcesses(state).Find() is not [])
        {
            throw new CommandException($"technopark: a park is running in {state}: ./technopark down first");
        }

        if (!Directory.Exists(state))
        {
            Console.WriteLine($"there is nothing in {state}");
            return 0;
        }

        if (!File.Exists(Path.Combine(state, "park.lock")))
        {
            throw new CommandException($"technopark: {state} is not a park's state directory");
        }

        if (!sure)
        {
            Console.Error.Write($"Remove every database, queue and secret in {state}? [y/N] ");
            sure = Console.ReadLine() == "y";
        }

        if (!sure)
        {
            throw new CommandException("technopark: nothing was removed");
        }

        Directory.Delete(state, recursive: true);
        Console.WriteLine($"removed {state}");
        return 0;
    }
}
