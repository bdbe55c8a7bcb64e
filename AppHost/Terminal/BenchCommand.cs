namespace Technopark.Terminal;

/// <summary>Measures a park that the benchmarks start for themselves.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var command = new Command("bench") { Options.SecondsPerRound, Options.Only };
        command.SetAction(parsed =>
        {
            var given = new[] { Options.SecondsPerRound, Options.Only }
                .SelectMany(option => parsed.GetValue(option) is { } value ? new[] { option.Name, value } : []);
            return Interruption.HeedAsync(ct => Programs.RunAsync(
                ["dotnet", Repository.Built("tests/Benchmarks", "Benchmarks"), .. given], ct));
        });
        return command;
    }
}
