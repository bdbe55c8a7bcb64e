using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Npgsql;
using Technopark.SystemTests;
using Technopark.TestKit;

[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(RunningPark))]

namespace Technopark.SystemTests;

/// <summary>A park of its own, started and stopped by the script as a user does, with two replicas of the registry.</summary>
public sealed class RunningPark : IAsyncLifetime
{
    public static readonly string[] Centres = ["registry", "incubation", "investment", "clusters", "networking", "insights"];

    private static readonly TimeSpan StartWithin = TimeSpan.FromMinutes(6);

    private readonly string _state = Path.Combine("/var/tmp", $"technopark-test-{Environment.ProcessId}");
    private readonly Dictionary<string, NpgsqlDataSource> _databases = [];

    public HttpClient Http { get; private set; } = null!;

    public ParkClient.ParkClient Api { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await ScriptAsync("up", "--detach", "--state", _state, "--port", FreePort(), "--replicas", "registry=2");
        Http = new HttpClient { BaseAddress = new Uri(Told().GetProperty("gateway").GetString()!), Timeout = TimeSpan.FromSeconds(30) };
        Api = new ParkClient.ParkClient(Http);
        foreach (var centre in Centres)
        {
            _databases[centre] = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Told().GetProperty("postgres").GetString())
            {
                Database = centre, Timeout = 5,
            });
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases.Values)
        {
            await database.DisposeAsync();
        }

        Http?.Dispose();
        await ScriptAsync("down", "--state", _state);
        await ScriptAsync("reset", "--yes", "--state", _state);
    }

    /// <summary>AMQP address of the park's broker.</summary>
    public Uri Broker => new(Told().GetProperty("rabbitmq").GetString()!);

    /// <summary>Where a centre answers operators, beside the gateway.</summary>
    public Uri Inside(string centre) => new(Running(centre).First().GetProperty("endpoints").GetProperty("http").GetString()!);

    public async Task<T> ScalarAsync<T>(string centre, string sql, params object[] values)
    {
        await using var command = _databases[centre].CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return (T)(await command.ExecuteScalarAsync())!;
    }

    public Task ExecuteAsync(string centre, string sql) => _databases[centre].CreateCommand(sql).ExecuteNonQueryAsync();

    /// <summary>What an operator reads of a centre's messages.</summary>
    public Task<JsonElement> MessagesAsync(string centre) => Http.GetFromJsonAsync<JsonElement>(new Uri(Inside(centre), "/ops/messages"));

    /// <summary>kill -9 for every process of a resource, one after another; each time it must come back healthy by itself.</summary>
    public async Task KillAsync(string resource, TimeSpan keepDown = default)
    {
        foreach (var victim in Running(resource).ToArray())
        {
            var since = Stopwatch.StartNew();
            do
            {
                Kill(victim.GetProperty("id").GetString()!);
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
            while (since.Elapsed < keepDown);
            await HealthyAsync(resource);
        }
    }

    public Task HealthyAsync(string resource) => Eventually.TrueAsync($"{resource} is healthy again", () => Task.FromResult(
        Named(resource).All(process => process.GetProperty("health").GetString() == "healthy" && Directory.Exists($"/proc/{Pid(process)}"))),
        TimeSpan.FromSeconds(90));

    private void Kill(string id)
    {
        var process = Told().GetProperty("resources").EnumerateArray().Single(process => process.GetProperty("id").GetString() == id);
        if (Pid(process) is { } pid && Directory.Exists($"/proc/{pid}"))
        {
            using var victim = Process.GetProcessById(pid);
            victim.Kill();
        }
    }

    private static int? Pid(JsonElement process) => process.GetProperty("pid") is { ValueKind: JsonValueKind.Number } pid ? pid.GetInt32() : null;

    private IEnumerable<JsonElement> Named(string resource) =>
        Told().GetProperty("resources").EnumerateArray().Where(process => process.GetProperty("name").GetString() == resource);

    private IEnumerable<JsonElement> Running(string resource) => Named(resource).Where(process => Pid(process) is not null);

    private JsonElement Told() => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(_state, "park.json")));

    private static async Task ScriptAsync(params string[] arguments)
    {
        using var script = Process.Start(new ProcessStartInfo(Path.Combine(Root(), "technopark"), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // The park under test takes its own servers, not those that other tests use.
            Environment = { ["ConnectionStrings__postgres"] = null, ["ConnectionStrings__rabbitmq"] = null },
        })!;
        using var limit = new CancellationTokenSource(StartWithin);
        var said = Task.WhenAll(script.StandardOutput.ReadToEndAsync(limit.Token), script.StandardError.ReadToEndAsync(limit.Token));
        await script.WaitForExitAsync(limit.Token);
        if (script.ExitCode != 0)
        {
            throw new InvalidOperationException($"technopark {string.Join(' ', arguments)}: {script.ExitCode}\n{string.Join('\n', await said)}");
        }
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Technopark.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests do not run in the repository.");
        }

        return folder;
    }

    private static string FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(provider: null);
    }
}
