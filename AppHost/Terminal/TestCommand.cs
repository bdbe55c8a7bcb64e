using System.Diagnostics;
using System.Xml;
using System.Xml.Linq;

namespace Technopark.Terminal;

/// <summary>Runs every check and test of the repository, on servers started for them, and counts.</summary>
internal static class TestCommand
{
    public static Command Create()
    {
        var command = new Command("test") { Options.Full, Options.Project };
        command.SetAction(parsed => Interruption.HeedAsync(ct =>
            RunAsync(parsed.GetValue(Options.Full), parsed.GetValue(Options.Project), ct)));
        return command;
    }

    private static async Task<int> RunAsync(bool full, string? project, CancellationToken ct)
    {
        var counts = new TestCounts();
        var settings = new Dictionary<string, string> { ["TECHNOPARK_FULL_TESTS"] = full ? "1" : "" };
        if (project is null)
        {
            await Checks.DocumentsAsync(counts, ct);
            await Checks.NpmAuditAsync("tests/Contracts.Tests", counts, ct);
        }

        var state = Directory.CreateTempSubdirectory("technopark-test.");
        try
        {
            await RunAsync(state.FullName, project, settings, counts, ct);
        }
        finally
        {
            state.Delete(recursive: true);
        }

        Console.WriteLine(counts);
        return counts.Failed == 0 ? 0 : 1;
    }

    private static async Task RunAsync(
        string state, string? project, Dictionary<string, string> settings, TestCounts counts, CancellationToken ct)
    {
        Console.WriteLine("starting PostgreSQL and RabbitMQ");
        if (Environment.IsPrivilegedProcess)
        {
            // The servers run under accounts of their own and must be able to pass through.
            const UnixFileMode Passage = UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
            File.SetUnixFileMode(state, File.GetUnixFileMode(state) | Passage);
        }

        await using var host = ParkHost.Start(state, ["--Park:Only", "infrastructure"], quiet: true);
        await host.HealthyAsync(ct);
        var servers = (await RunningInstance.ReadAsync(state)).Manifest;
        var withServers = new Dictionary<string, string>(settings)
        {
            ["ConnectionStrings__postgres"] = servers.Postgres!,
            ["ConnectionStrings__rabbitmq"] = servers.Rabbitmq!,
        };
        if (project is not null)
        {
            // These start parks of their own, which must not use the others' servers.
            await RunProjectAsync($"tests/{project}.Tests", project == "System" ? settings : withServers, counts, ct);
            return;
        }

        // Identity's tests take longest and wait for browsers most of the time: the others run beside them.
        await Task.WhenAll(RunProjectAsync("tests/Identity.Tests", withServers, counts, ct),
            Checks.FormattingAsync(counts, ct), RunOthersAsync());
        await RunProjectAsync("tests/System.Tests", settings, counts, ct);

        async Task RunOthersAsync()
        {
            foreach (var project in Directory.GetDirectories("tests", "*.Tests").Order(StringComparer.Ordinal)
                .Where(project => project is not ("tests/Identity.Tests" or "tests/System.Tests")))
            {
                await RunProjectAsync(project, withServers, counts, ct);
            }
        }
    }

    /// <summary>Runs a test project as the program it is. One that crashes, or runs nothing, is one failure.</summary>
    private static async Task RunProjectAsync(
        string project, Dictionary<string, string> settings, TestCounts counts, CancellationToken ct)
    {
        Console.WriteLine($"running  {project}");
        var since = Stopwatch.StartNew();
        var report = Path.GetTempFileName();
        try
        {
            var (exitCode, said) = await Programs.CaptureAsync(
                ["dotnet", Repository.Built(project, Path.GetFileName(project)), "-noLogo", "-noColor", "-xml", report],
                ct, settings);
            var (passed, failed, skipped, failures) = Read(report);
            failed += passed + failed == 0 || (exitCode != 0 && failed == 0) ? 1 : 0;
            var time = $"{since.Elapsed.TotalSeconds:0} s";
            counts.Add(passed, failed, skipped, failed == 0
                ? $"passed   {project}: {passed}, {time}"
                : $"FAILED   {project}: {passed} passed, {failed} failed, {time}{failures}", said);
        }
        finally
        {
            File.Delete(report);
        }
    }

    private static (int Passed, int Failed, int Skipped, string Failures) Read(string report)
    {
        try
        {
            var run = XDocument.Load(report);
            var assemblies = run.Descendants("assembly").ToArray();
            var failures = run.Descendants("failure").Select(failure =>
                $"\n  {failure.Parent!.Attribute("name")?.Value}: {Beginning(failure.Element("message")?.Value)}");
            return (Sum("passed"), Sum("failed") + Sum("errors"), Sum("skipped"), string.Concat(failures));

            int Sum(string name) =>
                assemblies.Sum(assembly => int.Parse(assembly.Attribute(name)!.Value, CultureInfo.InvariantCulture));
        }
        catch (XmlException)
        {
            // Empty, or cut off: it did not come to its end.
            return (0, 0, 0, "");
        }

        static string Beginning(string? message) => message is { Length: > 1_000 } ? message[..1_000] : message ?? "";
    }
}
