using System.Diagnostics;
using System.Text.Encodings.Web;
using Technopark.SystemTests;

[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(RunningPark))]

namespace Technopark.SystemTests;

/// <summary>
/// A park of its own with two replicas of the registry and two of the gateway, and one centre that only the tests have.
/// </summary>
public sealed class RunningPark : IAsyncLifetime
{
    public static readonly string[] Centres = [.. Repository.Centres];

    /// <summary>A program outside the park that may listen.</summary>
    public const string Subscriber = "crm";

    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly ParkProcess _park = new();
    private readonly Dictionary<string, NpgsqlDataSource> _databases = [];

    public HttpClient Http { get; private set; } = null!;

    public ParkClient.ParkClient Api { get; private set; } = null!;

    /// <summary>Operators' page, with its sign-in token.</summary>
    public Uri Dashboard => _park.State.Dashboard;

    public async ValueTask InitializeAsync()
    {
        _park.Settings["Park__Projects__0"] = Path.Combine(
            Repository.Root, "tests/SampleCentre/Technopark.Orchard.csproj");
        await _park.UpAsync("--replicas", "registry=2", "--replicas", "gateway=2", "--subscriber", Subscriber);
        var state = _park.State;
        Http = await state.ClientAsync();
        Api = new ParkClient.ParkClient(Http);
        foreach (var centre in Centres.Append("identity"))
        {
            // No pool: it would keep connections to a server that was killed.
            _databases[centre] = NpgsqlDataSource.Create(
                new NpgsqlConnectionStringBuilder(state.Postgres) { Database = centre, Timeout = 5, Pooling = false });
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in _databases.Values)
        {
            await database.DisposeAsync();
        }

        Http?.Dispose();
        await _park.DisposeAsync();
    }

    public ParkState State => _park.State;

    /// <inheritdoc cref="ParkProcess.BrokerAs"/>
    public Uri BrokerAs(string user) => _park.BrokerAs(user);

    /// <summary>What the state directory keeps under this name.</summary>
    public string PathOf(params string[] names) => Path.Combine([_park.StateDirectory, .. names]);

    /// <summary>What the park wrote instead of sending mails.</summary>
    public MailFolder Mails => new(PathOf("mail"));

    public string Secret(string name) => File.ReadAllText(PathOf("secrets", name));

    /// <summary>The connection of a program to its own database.</summary>
    public string ConnectionOf(string program) => new NpgsqlConnectionStringBuilder(_park.State.Postgres)
    {
        Database = program,
        Username = program,
        Password = Secret($"postgres-{program}"),
    }.ConnectionString;

    /// <inheritdoc cref="SignedIn.TokenAsync"/>
    public Task<string> TokenAsync(string roles = SignedIn.EveryRole, string user = "everybody") =>
        _park.State.TokenAsync(roles, user);

    /// <summary>Where a centre answers operators, beside the gateway.</summary>
    public Uri Inside(string centre) => _park.Named(centre).First(process => process.IsAlive).Endpoints["http"];

    public async Task<T> ScalarAsync<T>(string centre, string sql, params object[] values)
    {
        await using var command = _databases[centre].CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string centre, string sql)
    {
        await using var command = _databases[centre].CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>What an operator reads of a centre's messages.</summary>
    public Task<JsonElement> MessagesAsync(string centre) => OperateAsync(HttpMethod.Get, centre, "/ops/messages");

    /// <summary>What an operator does at a service's own door.</summary>
    public async Task<JsonElement> OperateAsync(HttpMethod method, string centre, string path)
    {
        using var answer = await OperateAsync(method, centre, path, Secret($"operations-{centre}"));
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    public async Task<HttpResponseMessage> OperateAsync(HttpMethod method, string centre, string path, string key)
    {
        using var request =
            new HttpRequestMessage(method, new Uri(Inside(centre), path)) { Headers = { { "X-Operations-Key", key } } };
        request.Content = method == HttpMethod.Post ? JsonContent.Create(new { }) : null;
        return await Http.SendAsync(request);
    }

    /// <summary>
    /// All logs and traces that operators can see, as text: what each process did until now is among them.
    /// </summary>
    public async Task<string> TelemetryAsync()
    {
        using var http = new HttpClient { BaseAddress = new Uri(Dashboard, "/api/telemetry/") };
        http.DefaultRequestHeaders.Add("X-API-Key", State.Token);
        var last = new List<string>();
        foreach (
            var process in State.Resources.Where(
                process =>
                    process.IsAlive && (Centres.Contains(process.Name) || process.Name is "identity" or "gateway")))
        {
            // A process tells of things in their order.
            last.Add($"/api/{Guid.CreateVersion7()}");
            using var asked = await http.GetAsync(new Uri(process.Endpoints["http"], last[^1]));
        }

        return await Eventually.GetAsync("the last that each process did", async () =>
        {
            var told = string.Concat(await Task.WhenAll(ReadAsync("spans"), ReadAsync("logs")));
            return last.TrueForAll(path => told.Contains(path, StringComparison.Ordinal)) ? told : null;
        });

        async Task<string> ReadAsync(string kind)
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"{kind}?limit=1000000");
            Assert.Equal(page.GetProperty("totalCount").GetInt32(), page.GetProperty("returnedCount").GetInt32());
            return JsonSerializer.Serialize(page, Readable);
        }
    }

    /// <summary>
    /// Runs a command of a service's program to its end, with the settings that the service itself has.
    /// </summary>
    public async Task RunAsync(string service, string command)
    {
        var running = _park.Named(service).First(process => process.IsAlive).Pid;
        var line = (await File.ReadAllTextAsync($"/proc/{running}/cmdline"))
            .Split('\0', StringSplitOptions.RemoveEmptyEntries);
        var start = new ProcessStartInfo(line[0], [.. line[1..], command]) { RedirectStandardOutput = true };
        start.Environment.Clear();
        foreach (
            var setting in (await File.ReadAllTextAsync($"/proc/{running}/environ"))
                .Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            start.Environment[setting.Split('=')[0]] = setting[(setting.IndexOf('=') + 1)..];
        }

        using var program = Process.Start(start)!;
        var said = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        Assert.True(program.ExitCode == 0, said);
    }

    /// <summary>The trace in which a company's timeline got its entry.</summary>
    public Task<string> TraceOfAsync(Guid company, string @event) => Eventually.GetAsync(
        $"{@event} in the timeline", async () =>
    {
        var timeline = await Api.GetAsync($"/api/insights/v1/companies/{company}/timeline?limit=200");
        return timeline.Body.GetProperty("items").EnumerateArray()
            .Where(entry => entry.GetProperty("type").GetString()!.Contains(@event, StringComparison.Ordinal))
            .Select(entry => entry.GetProperty("traceId").GetString()).SingleOrDefault();
    });

    /// <summary>
    /// kill -9 for every process of a resource, one after another; each time it must come back healthy by itself.
    /// </summary>
    /// <param name="keepDown">How long whatever comes back is killed again.</param>
    public async Task KillAsync(string resource, TimeSpan keepDown = default)
    {
        foreach (var id in _park.Named(resource).Select(process => process.Id).ToArray())
        {
            var since = Stopwatch.StartNew();
            do
            {
                _park.Named(resource).Single(process => process.Id == id).Kill();
                await Task.Delay(TimeSpan.FromMilliseconds(200));
            }
            while (since.Elapsed < keepDown);
            await HealthyAsync(resource);
        }
    }

    public Task HealthyAsync(string resource) => Eventually.TrueAsync(
        $"{resource} is healthy again",
        () => Task.FromResult(_park.Named(resource).All(process => process is { Health: "healthy", IsAlive: true })),
        TimeSpan.FromSeconds(90));
}
