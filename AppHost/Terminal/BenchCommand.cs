namespace Technopark.Terminal;

/// <summary>Measures a park that the benchmarks start for themselves.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var command = new Command("bench") { Options.SecondsPerRound };
        command.SetAction(parsed =>
        {
            string[] options = parsed.GetValue(Options.SecondsPerRound) is { } seconds
                ? [Options.SecondsPerRound.Name, seconds] : [];
            return Interruption.HeedAsync(ct => Programs.RunAsync(
                ["dotnet", Repository.Built("tests/Benchmarks", "Benchmarks"), .. options], ct));
        });
        return command;
    }
}
