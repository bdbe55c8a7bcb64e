using System.Diagnostics;
using System.Text.Encodings.Web;
using Technopark.SystemTests;

[assembly: CollectionBehavior(CollectionBehavior.CollectionPerAssembly)]
[assembly: AssemblyFixture(typeof(RunningPark))]

namespace Technopark.SystemTests;

/// <summary>A park with two replicas of registry and gateway each, and one centre that only the tests have.</summary>
public sealed class RunningPark : IAsyncLifetime
{
    public static readonly string[] Centres = [.. Repository.Centres];

    /// <summary>The centres and the identity service.</summary>
    public static readonly string[] Services = [.. Centres, "identity"];

    /// <summary>True under <c>./technopark test --full</c>: what takes long is tried in every way.</summary>
    public static readonly bool IsFull = Environment.GetEnvironmentVariable("TECHNOPARK_FULL_TESTS") == "1";

    /// <summary>Tests of other processes, which run beside those of this park.</summary>
    public const string NotIt = "not the running park";

    /// <summary>A program outside the park that may listen.</summary>
    public const string Subscriber = "crm";

    private static readonly JsonSerializerOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>No server of the park is up sooner; killed at once it would be started later each time.</summary>
    private static readonly TimeSpan Start = TimeSpan.FromSeconds(3);

    private readonly ParkProcess _park = new();
    private readonly Dictionary<string, NpgsqlDataSource> _databases = [];

    public HttpClient Http { get; private set; } = null!;

    public ParkClient.ParkClient Api { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _park.Settings["Park__Projects__0"] =
            Path.Combine(Repository.Root, "tests/SampleCentre/Technopark.Orchard.csproj");
        // What is lost is found a few seconds after a message would have come.
        _park.Settings["Reconciliation__Every"] = "00:00:05";
        _park.Settings["Reconciliation__Grace"] = "00:00:15";
        await _park.UpAsync("--replicas", "registry=2", "--replicas", "gateway=2", "--subscriber", Subscriber);
        Http = await State.ClientAsync();
        Api = new ParkClient.ParkClient(Http);
        foreach (var database in Services.Append("gateway"))
        {
            // No pool: it would keep connections to a server that was killed.
            _databases[database] = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(State.Postgres)
            {
                Database = database,
                Timeout = 5,
                Pooling = false,
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
        await _park.DisposeAsync();
    }

    public ParkState State => _park.State;

    /// <inheritdoc cref="ParkProcess.BrokerAs"/>
    public Uri BrokerAs(string user) => _park.BrokerAs(user);

    /// <inheritdoc cref="ParkProcess.BackupAsync"/>
    public Task BackupAsync(string path) => _park.BackupAsync(path);

    /// <inheritdoc cref="ParkProcess.ErasuresAsync"/>
    public Task<string> ErasuresAsync() => _park.ErasuresAsync();

    /// <summary>What the state directory keeps under this name.</summary>
    public string PathOf(params string[] names) => Path.Combine([_park.StateDirectory, .. names]);

    /// <summary>What the park wrote instead of sending mails.</summary>
    public MailFolder Mails => new(PathOf("mail"));

    public string Secret(string name) => File.ReadAllText(PathOf("secrets", name));

    /// <summary>The connection of a program to its own database, or as it would be to another's.</summary>
    public string ConnectionOf(string program, string? database = null) =>
        new NpgsqlConnectionStringBuilder(State.Postgres)
        {
            Database = database ?? program,
            Username = program,
            Password = Secret($"postgres-{program}"),
            Pooling = database is null,
        }.ConnectionString;

    /// <summary>Where a centre answers operators, beside the gateway.</summary>
    public Uri Inside(string centre) => _park.Named(centre).First(process => process.IsAlive).Endpoints["http"];

    public async Task<T> ScalarAsync<T>(string database, string sql, params object[] values)
    {
        await using var command = Command(database, sql, values);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task ExecuteAsync(string database, string sql)
    {
        await using var command = Command(database, sql, []);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>What a query says of each table in the databases of all services, and in which database.</summary>
    /// <param name="query">A format of PostgreSQL: <c>%L</c>, then <c>%I</c>, are the table.</param>
    /// <param name="except">Tables of no interest.</param>
    public async Task<List<string>> AskTablesAsync(string query, string[] except, params object[] values)
    {
        var answers = new List<string>();
        foreach (var database in _databases.Keys)
        {
            var everyTable = await ScalarAsync<string>(
                database,
                """
                select string_agg(format($1, tablename, tablename), ' union all ')
                from pg_tables where schemaname = 'public' and tablename <> all($2)
                """,
                query, except);
            await using var command = Command(database, everyTable, values);
            await using var rows = await command.ExecuteReaderAsync();
            while (await rows.ReadAsync())
            {
                answers.Add($"{database}.{rows.GetString(0)}");
            }
        }

        return answers;
    }

    /// <summary>
    /// How many of a service's messages are <c>waiting</c> or <c>dead</c>, as an operator sees; -1 where the broker
    /// does not say.
    /// </summary>
    public async Task<long> MessagesAsync(string centre, string which)
    {
        using var answer = await OperateAsync(HttpMethod.Get, centre, "/ops/messages");
        var count = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty(which);
        return count.ValueKind == JsonValueKind.Null ? -1 : count.GetInt64();
    }

    /// <summary>What an operator does at a service's own door.</summary>
    /// <param name="key">Another service's, to be refused.</param>
    public async Task<HttpResponseMessage> OperateAsync(
        HttpMethod method, string centre, string path, string? key = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Inside(centre), path));
        request.Headers.Add("X-Operations-Key", Secret($"operations-{key ?? centre}"));
        request.Content = method == HttpMethod.Post ? JsonContent.Create(new { }) : null;
        return await Http.SendAsync(request);
    }

    /// <summary>What Insights says was attracted, in roubles.</summary>
    public async Task<decimal> AttractedAsync(string query = "") => decimal.Parse(
        (await Api.GetAsync($"/api/insights/v1/headline{query}")).Body.GetProperty("attracted").GetProperty("amount")
            .GetString()!,
        CultureInfo.InvariantCulture);

    /// <summary>All logs and traces that operators can see, with what each process did until now.</summary>
    public async Task<string> TelemetryAsync()
    {
        using var http = new HttpClient { BaseAddress = new Uri(State.Dashboard, "/api/telemetry/") };
        http.DefaultRequestHeaders.Add("X-API-Key", State.Token);
        // A process tells of things in their order, though not of each: one of what it is asked ends up in a trace.
        var asked = State.Resources.Where(one => one.IsAlive && _databases.ContainsKey(one.Name))
            .Select(process => (Server: process.Endpoints["http"], Path: $"/api/{Guid.CreateVersion7()}")).ToArray();
        return await Eventually.GetAsync("the last that each process did", async () =>
        {
            var told = string.Concat(await Task.WhenAll(ReadAsync("spans"), ReadAsync("logs")));
            var open = asked.Where(one => !told.Contains(one.Path, StringComparison.Ordinal)).ToArray();
            foreach (var (server, path) in open)
            {
                using var answer = await http.GetAsync(new Uri(server, path));
            }

            return open is [] ? told : null;
        }, atMost: TimeSpan.FromSeconds(60));

        async Task<string> ReadAsync(string kind)
        {
            var page = await http.GetFromJsonAsync<JsonElement>($"{kind}?limit=1000000");
            Assert.Equal(page.GetProperty("totalCount").GetInt32(), page.GetProperty("returnedCount").GetInt32());
            return JsonSerializer.Serialize(page, Readable);
        }
    }

    /// <summary>Kills every process of a resource in turn; each must come back healthy by itself.</summary>
    /// <param name="keepDown">How long whatever comes back is killed again.</param>
    /// <param name="afterwards">Done when it is dead, before it comes back.</param>
    public async Task KillAsync(string resource, TimeSpan keepDown = default, Action? afterwards = null)
    {
        foreach (var id in _park.Named(resource).Select(process => process.Id).ToArray())
        {
            var since = Stopwatch.StartNew();
            do
            {
                Victim(id).Kill();
                afterwards?.Invoke();
                await Eventually.TrueAsync($"{id} comes back", () => Task.FromResult(Victim(id).IsAlive));
                await Task.Delay(keepDown == default ? default : Start);
            }
            while (since.Elapsed < keepDown);
            await HealthyAsync(resource);
        }

        RunningResource Victim(string id) => _park.Named(resource).Single(process => process.Id == id);
    }

    public Task HealthyAsync(string resource) => Eventually.TrueAsync(
        $"{resource} is healthy again",
        () => Task.FromResult(_park.Named(resource).All(process => process is { Health: "healthy", IsAlive: true })),
        TimeSpan.FromSeconds(90));

    private NpgsqlCommand Command(string database, string sql, object[] values)
    {
        var command = _databases[database].CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return command;
    }
}
