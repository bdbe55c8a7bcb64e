namespace Technopark.Benchmarks;

/// <summary>What the processes of a park take of the machine, by name.</summary>
internal static class ProcessCosts
{
    private const double TicksPerSecond = 100;

    /// <returns>Megabytes, each shared page counted in proportion (PSS).</returns>
    public static Dictionary<string, double> MemoryOf(ParkProcess park) => SumOf(park, MegabytesOf);

    /// <returns>Seconds of processor time that its living processes have had.</returns>
    public static Dictionary<string, double> CpuOf(ParkProcess park) => SumOf(park, SecondsOf);

    public static string Text(Dictionary<string, double> costs) => string.Join(
        ", ", costs.OrderByDescending(entry => entry.Value)
        .Where(entry => entry.Value >= 0.5)
        .Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key} {entry.Value:0}")));

    private static Dictionary<string, double> SumOf(ParkProcess park, Func<string, double> cost)
    {
        var names = park.State.Resources.Where(process => process.Pid is not null)
            .ToDictionary(process => process.Pid!.Value, process => process.Name);
        names[park.State.Pid] = "apphost";
        var processes = park.Processes().ToArray();
        var servers = processes.Where(process => Living(process, NameOf) == "postgres").Select(NumberOf).ToHashSet();
        return processes
            // PostgreSQL's children write their titles where their environment was.
            .Union(
                Directory.EnumerateDirectories("/proc")
                    .Where(process => char.IsDigit(Path.GetFileName(process)[0])
                        && servers.Contains(Living(process, ParentOf))))
            .GroupBy(process => names.GetValueOrDefault(NumberOf(process)) ?? Living(process, NameOf) ?? "ended")
            .ToDictionary(group => group.Key, group => group.Sum(process => Living(process, cost)));
    }

    private static string NameOf(string process) => File.ReadAllText(Path.Combine(process, "comm")).Trim() switch
    {
        "beam.smp" or "erl_child_setup" or "inet_gethost" => "rabbitmq",
        "aspire-managed" => "dashboard",
        var command => command,
    };

    private static double MegabytesOf(string process)
    {
        var line = File.ReadLines(Path.Combine(process, "smaps_rollup"))
            .First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return double.Parse(line["Pss:".Length..^"kB".Length], CultureInfo.InvariantCulture) / 1024;
    }

    private static double SecondsOf(string process) => (StatOf(process, 11) + StatOf(process, 12)) / TicksPerSecond;

    private static int NumberOf(string process) => int.Parse(Path.GetFileName(process), CultureInfo.InvariantCulture);

    private static int ParentOf(string process) => (int)StatOf(process, 1);

    private static T? Living<T>(string process, Func<string, T> ask)
    {
        try
        {
            return ask(process);
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return default;
        }
    }

    /// <summary>A field of the kernel's <c>stat</c>, counted from the state, which follows the name.</summary>
    private static long StatOf(string process, int field)
    {
        var stat = File.ReadAllText(Path.Combine(process, "stat"));
        return long.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[field], CultureInfo.InvariantCulture);
    }
}
