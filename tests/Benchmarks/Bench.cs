namespace Technopark.Benchmarks;

/// <summary>
/// Starts a park, measures it beside its references and stops it. Every figure is the median of three rounds; what is
/// compared takes turns, warm, on the same machine with the same clients.
/// </summary>
internal static class Bench
{
    public const int Rounds = 3;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(8);

    private static readonly Dictionary<string, Func<ParkProcess, Databases, TimeSpan, Table, Task>> Measures = new()
    {
        ["reads"] = Reads.MeasureAsync,
        ["writes"] = Writes.MeasureAsync,
        ["latency"] = Latency.MeasureAsync,
        ["chain"] = (park, databases, _, table) => Chain.MeasureAsync(park, databases, table),
        ["pages"] = (park, databases, _, table) => Pages.MeasureAsync(park, databases, table),
        ["portal"] = Portal.MeasureAsync,
        ["log"] = (park, databases, _, table) => Log.MeasureAsync(park, databases, table),
    };

    public static IReadOnlyCollection<string> Parts => Measures.Keys;

    /// <param name="round">How long most of what is measured takes a round.</param>
    /// <param name="parts">Some of <see cref="Parts"/>.</param>
    public static async Task RunAsync(TimeSpan round, IReadOnlyCollection<string> parts)
    {
        var table = new Table();
        await using (var park = new ParkProcess())
        {
            Say("starting a park / парк запускается");
            var start = await TimeAsync(() => park.UpAsync("--subscriber", BareBus.User));
            await Task.Delay(Settling);
            var memory = ProcessCosts.MemoryOf(park);

            await using var databases = new Databases(park.State.Postgres);
            foreach (var part in parts)
            {
                Say(part);
                await Measures[part](park, databases, round, table);
                await databases.SettleAsync();
            }

            table.AtMost("idle memory, MB / память в покое, МБ", memory.Values.Sum(), 2048);
            table.AtMost("start to all healthy, s / запуск, с", start, 30);
            table.AtMost("stop, s / остановка, с", await TimeAsync(park.DownAsync), 5);
            table.Note("MB by process / МБ по процессам: " + ProcessCosts.Text(memory));
        }

        table.Print();
    }

    public static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    /// <summary>The median of each, in their order.</summary>
    /// <param name="takingTurns">What is compared.</param>
    public static async Task<double[]> MediansAsync(params Func<Task<double>>[] takingTurns)
    {
        var measured = takingTurns.Select(_ => new List<double>()).ToArray();
        for (var number = 0; number < Rounds; number++)
        {
            foreach (var (at, measure) in takingTurns.Index())
            {
                measured[at].Add(await measure());
            }
        }

        return [.. measured.Select(Median)];
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var since = Stopwatch.StartNew();
        await work();
        return since.Elapsed.TotalSeconds;
    }

    private static void Say(string text) => Console.WriteLine($"  {text}");
}
