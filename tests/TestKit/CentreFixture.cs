using System.Diagnostics.Metrics;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Technopark.Contracts;
using Technopark.ServiceDefaults;
using Technopark.ServiceKit.Messaging;
using Xunit;

namespace Technopark.TestKit;

/// <summary>
/// One centre as it runs in the park: its own migrated database, the real broker. A test assembly has one (an assembly
/// fixture), because its queue has one owner; tests keep apart by their data.
/// </summary>
public abstract partial class CentreFixture<TProgram>(string name) : IAsyncLifetime
    where TProgram : class
{
    /// <summary>Trace context of what other services say.</summary>
    public const string Traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    private readonly MeterListener _meters = new();
    private TestDatabase? _database;
    private WebApplicationFactory<TProgram>? _factory;
    private NpgsqlDataSource? _rows;
    private HttpClient? _http;
    private long _duplicates;
    private CentreFixture<TProgram>? _started;
    private bool _isStarted;
    private object? _starting;

    /// <summary>This, with database and host started: what tests the domain alone never asks for it.</summary>
    private CentreFixture<TProgram> Started => LazyInitializer.EnsureInitialized(
        ref _started, ref _isStarted, ref _starting, () =>
        {
            Task.Run(FirstStartAsync).GetAwaiter().GetResult();
            return this;
        })!;

    /// <summary>The centre's HTTP API, as somebody who has every role uses it.</summary>
    public HttpClient Http => Started._http!;

    /// <summary>The same, as a client of the park uses it.</summary>
    public ParkClient.ParkClient Api => new(Http);

    /// <summary>Who <see cref="Http"/> and <see cref="Api"/> are.</summary>
    public Guid Everybody { get; } = Guid.CreateVersion7();

    /// <summary>Short name of the centre.</summary>
    public string Name => name;

    /// <summary>Prefix of the centre's routes.</summary>
    public string Root => $"/api/{name}/v1";

    /// <summary>A handler for gRPC channels to the centre.</summary>
    public HttpMessageHandler Handler => Started._factory!.Server.CreateHandler();

    /// <summary>Settings of this fixture beyond the usual.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string?>> Settings => [];

    /// <summary>Replaces services, for example the clock.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }

    public ValueTask InitializeAsync() => default;

    /// <summary>The API as somebody else uses it; with a person of one's own the same one comes back.</summary>
    /// <param name="roles">None: somebody who has not signed in.</param>
    public HttpClient As(Roles roles, Guid? person = null)
    {
        var http = Started._factory!.CreateClient();
        http.DefaultRequestHeaders.Authorization =
            roles == Roles.None ? null : new AuthenticationHeaderValue("Bearer", TestTokens.Of(roles, person));
        return http;
    }

    /// <summary>Runs a command of the centre's program to its end, as an operator does.</summary>
    public void Run(string command) => Started.RunProgram(command);

    private void RunProgram(string command)
    {
        string[] args =
            [$"--ConnectionStrings:{name}={_database!.ConnectionString}", "--environment=Development", command];
        if (typeof(TProgram).Assembly.EntryPoint!.Invoke(null, [args]) is not (0 or null))
        {
            throw new InvalidOperationException($"{name} {command} failed.");
        }
    }

    /// <summary>Stops the centre and starts it again with its data; not while other tests use it.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await StopAsync();
        await (_rows?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_database?.DisposeAsync() ?? ValueTask.CompletedTask);
        _meters.Dispose();
    }

    /// <summary>
    /// Another service says something; returns when its effects are committed here. Later times are duplicates.
    /// </summary>
    public async Task<Guid> HearAsync(
        IntegrationEvent message, Guid? subject = null, int times = 1, Guid? id = null, DateTimeOffset? time = null)
    {
        var eventId = id ?? Guid.CreateVersion7();
        for (var heard = 0; heard < times; heard++)
        {
            var before = Interlocked.Read(ref _duplicates);
            await PublishAsync(message, subject, eventId, time);
            await Eventually.TrueAsync($"{name} has heard {message}", async () => heard == 0
                ? await ScalarAsync<long>("select count(*) from inbox where message_id = $1", eventId) > 0
                : Interlocked.Read(ref _duplicates) > before);
        }

        return eventId;
    }

    /// <summary>Another service says something; does not wait.</summary>
    public async Task PublishAsync(
        IntegrationEvent message, Guid? subject = null, Guid? id = null, DateTimeOffset? time = null)
    {
        var broker = Started._factory!.Services.GetRequiredService<RabbitMqPublisher>();
        var type = EventTypes.NameOf(message.GetType());
        var company = EventTypes.CompanyOf(message);
        var envelope = new EventRecord(
            id ?? Guid.CreateVersion7(), type, (subject ?? company ?? Guid.Empty).ToString(), company?.ToString(),
            time ?? TimeProvider.System.GetUtcNow(), CorrelationId: null, CausationId: null, Traceparent,
            Sequence: null,
            JsonSerializer.Serialize<object>(message, ContractJson.Options));
        await broker.DeclareExchangeAsync(type, default);
        if (Started._factory!.Services.GetRequiredService<SubscribedEvents>().Handlers.ContainsKey(message.GetType()))
        {
            // On a new broker the centre sees the exchange of another a moment later.
            await Started._factory!.Services.GetRequiredService<Topology>().WhenBoundAsync([type], default);
        }

        var channel = await broker.OpenAsync(default);
        await channel.BasicPublishAsync(
            type, "", mandatory: false, MessageEnvelope.PropertiesOf(envelope), envelope.Body());
    }

    /// <summary>What the centre said of a thing or a company, in order.</summary>
    public async Task<List<Said>> SaidAsync(Guid about) => JsonSerializer.Deserialize<List<Said>>(
        await ScalarAsync<string>(
            """
            select coalesce(json_agg(json_build_object(
                'id', id, 'type', split_part(type, '.', 3), 'subject', subject, 'companyId', company_id,
                'causationId', causation_id, 'traceparent', traceparent, 'data', data::json)
                order by sequence, position), '[]')::text
            from events where subject = $1 or company_id = $1
            """, about), JsonSerializerOptions.Web)!;

    /// <summary>One value of the centre's database, for what the API does not show.</summary>
    public async Task<T> ScalarAsync<T>(string sql, params object[] values)
    {
        await using var command = Started._rows!.CreateCommand(sql);
        foreach (var value in values)
        {
            command.Parameters.Add(new() { Value = value });
        }

        return (T)(await command.ExecuteScalarAsync())!;
    }

    private async Task FirstStartAsync()
    {
        _database = await TestDatabase.CreateAsync(name);
        RunProgram("--migrate");
        _rows = NpgsqlDataSource.Create(_database.ConnectionString);
        ListenForDuplicates();
        await StartAsync();
    }

    private async Task StartAsync()
    {
        _factory = new WebApplicationFactory<TProgram>().WithWebHostBuilder(Configure);
        _http = _factory.CreateClient();
        _http.DefaultRequestHeaders.Authorization = new("Bearer", TestTokens.Of(Roles.Authenticated, Everybody));
        await Eventually.TrueAsync(
            $"{name} is healthy", async () => (await _http.GetAsync("/health")).IsSuccessStatusCode);
    }

    private async Task StopAsync()
    {
        _http?.Dispose();
        await (_factory?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private void Configure(IWebHostBuilder host)
    {
        // Command-line order matters: settings of a host under test come after every file and variable.
        host.UseSetting($"ConnectionStrings:{name}", _database!.ConnectionString);
        host.UseSetting("ConnectionStrings:rabbitmq", Infrastructure.RabbitMq);
        foreach (var (key, value) in Settings)
        {
            host.UseSetting(key, value);
        }

        host.ConfigureLogging(logging => logging.SetMinimumLevel(LogLevel.Warning));
        host.UseEnvironment("Development");
        host.ConfigureServices(services => services.Believe());
        host.ConfigureServices(Configure);
    }

    private void ListenForDuplicates()
    {
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Name == "technopark.inbox.duplicates")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref _duplicates, count));
        _meters.Start();
    }
}
