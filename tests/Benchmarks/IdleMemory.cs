using System.Globalization;
using Technopark.ParkClient;

namespace Technopark.Benchmarks;

/// <summary>What the processes of a park take, each shared page counted in proportion (PSS).</summary>
internal static class IdleMemory
{
    /// <returns>Megabytes by process.</returns>
    public static Dictionary<string, double> Of(ParkProcess park)
    {
        var names = park.State.Resources.Where(process => process.Pid is not null).ToDictionary(process => process.Pid!.Value, process => process.Name);
        names[park.State.Pid] = "apphost";
        return park.Processes()
            .GroupBy(process => names.GetValueOrDefault(int.Parse(Path.GetFileName(process), CultureInfo.InvariantCulture)) ?? NameOf(process))
            .ToDictionary(group => group.Key, group => group.Sum(MegabytesOf));
    }

    public static string Text(Dictionary<string, double> memory) => string.Join(", ", memory.OrderByDescending(entry => entry.Value)
        .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key} {entry.Value:0}")));

    private static string NameOf(string process) => File.ReadAllText(Path.Combine(process, "comm")).Trim() switch
    {
        "beam.smp" or "erl_child_setup" or "inet_gethost" => "rabbitmq",
        "aspire-managed" => "dashboard",
        var command => command,
    };

    private static double MegabytesOf(string process)
    {
        var line = File.ReadLines(Path.Combine(process, "smaps_rollup")).First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return double.Parse(line["Pss:".Length..^"kB".Length], CultureInfo.InvariantCulture) / 1024;
    }
}
