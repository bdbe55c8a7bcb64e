using System.Net.Http.Headers;
using System.Text;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using RabbitMQ.Client;
using Technopark.Contracts;
using Technopark.Contracts.Registry;
using Technopark.Feed.V1;
using Technopark.ServiceDefaults;
using Technopark.ServiceKit.Hosting;
using Technopark.ServiceKit.Http;
using Technopark.ServiceKit.Messaging;
using Technopark.ServiceKit.Tests;

// A test that makes the broker refuse would disturb the others.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(SampleFixture))]

namespace Technopark.ServiceKit.Tests;

/// <summary>Two replicas of the sample centre over one database and the same queues.</summary>
public sealed class SampleFixture : IAsyncLifetime
{
    /// <summary>The exchange of what the sample says.</summary>
    public const string Said = "technopark.registry.companyRejected.v1";

    /// <summary>The queue in which the sample hears <see cref="Fact"/>.</summary>
    public const string Queue = "kit.registry.companyRegistered.v1";

    private readonly List<WebApplication> _replicas = [];
    private TestDatabase? _database;
    private IConnection? _connection;

    public Guid Founder { get; } = Guid.CreateVersion7();

    /// <summary>Its address.</summary>
    internal string Database => _database!.ConnectionString;

    internal NpgsqlDataSource Rows { get; private set; } = null!;

    internal IChannel Channel { get; private set; } = null!;

    public HttpClient Http { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync("kit");
        Rows = NpgsqlDataSource.Create(_database.ConnectionString);
        _connection = await new ConnectionFactory { Uri = new Uri(Infrastructure.RabbitMq) }.CreateConnectionAsync();
        Channel = await _connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        await Channel.ExchangeDeclareAsync(Said, ExchangeType.Fanout, durable: true);
        _replicas.Add(await StartAsync(createSchema: true));
        _replicas.Add(await StartAsync(createSchema: false));
        Http = Replica(0);
        await Eventually.TrueAsync("the centre is healthy",
            async () => (await Http.GetAsync(new Uri("/health", UriKind.Relative))).IsSuccessStatusCode);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var replica in _replicas)
        {
            await replica.DisposeAsync();
        }

        await Channel.DisposeAsync();
        await Rows.DisposeAsync();
        await _database!.DisposeAsync();
    }

    public HttpClient Replica(int number)
    {
        var http = _replicas[number].GetTestClient();
        http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", TestTokens.Of(Roles.Founder, Founder));
        http.DefaultRequestHeaders.Add("X-Operations-Key", "operations");
        return http;
    }

    /// <param name="token">Shown with each call; that of a service on the list unless said otherwise.</param>
    public EventFeed.EventFeedClient Feed(int number, string? token = null) => new(GrpcChannel.ForAddress(
        "http://localhost", new GrpcChannelOptions
        {
            HttpHandler = _replicas[number].GetTestServer().CreateHandler(),
            Credentials = ChannelCredentials.Create(ChannelCredentials.Insecure, CallCredentials.FromInterceptor(
                async (_, metadata) =>
                    metadata.Add("Authorization", $"Bearer {token ?? TestTokens.OfService("friend")}"))),
            UnsafeUseInsecureChannelCallCredentials = true,
        }));

    /// <summary>Publishes as another service's outbox does.</summary>
    /// <param name="exchange">That of the event unless it is forged.</param>
    public async Task PublishAsync(
        IntegrationEvent message, Guid id, string? traceparent = null, string? exchange = null)
    {
        var type = EventTypes.NameOf(message.GetType());
        var about = EventTypes.CompanyOf(message)?.ToString();
        var envelope = new EventRecord(
            id, type, about ?? "", about, TimeProvider.System.GetUtcNow(), null,
            null, traceparent, null, JsonSerializer.Serialize<object>(message, ContractJson.Options));
        await Channel.BasicPublishAsync(
            exchange ?? type, "", false, MessageEnvelope.PropertiesOf(envelope), envelope.Body());
    }

    public static CompanyRegistered Fact(string name = "sample") =>
        new(Guid.CreateVersion7(), name, CompanyKind.Ooo, null, null, null);

    public Task<long> EffectsAsync(Guid companyId) =>
        CountAsync("select count(*) from effects where company_id = $1", companyId);

    public async Task<long> CountAsync(string sql, params object[] values) => (long)(await ReadAsync(sql, values))!;

    /// <summary>The first column of the first row; null where there is none.</summary>
    public async Task<object?> ReadAsync(string sql, params object[] values)
    {
        await using var command = Rows.CreateCommand(sql);
        command.Parameters.AddRange(Array.ConvertAll(values, value => new NpgsqlParameter { Value = value }));
        return await command.ExecuteScalarAsync();
    }

    internal IServiceProvider Services(int number) => _replicas[number].Services;

    internal TestServer Server(int number) => _replicas[number].GetTestServer();

    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    /// <summary>A replica that starts later than the others; whoever starts it ends it.</summary>
    public Task<WebApplication> StartAnotherAsync(string? broker = null) => StartAsync(createSchema: false, broker);

    /// <summary>What waits in a queue and who listens; null where there is none.</summary>
    public async Task<QueueDeclareOk?> FindQueueAsync(string queue)
    {
        await using var channel = await _connection!.CreateChannelAsync();
        return await channel.FindAsync(queue, default);
    }

    private async Task<WebApplication> StartAsync(bool createSchema, string? broker = null)
    {
        var builder = CentreHost.CreateBuilder<SampleDb>(
            [
                $"--ConnectionStrings:kit={_database!.ConnectionString}",
                $"--ConnectionStrings:rabbitmq={broker ?? Infrastructure.RabbitMq}",
                "--Outbox:Attempts=2", "--environment=Development", "--Operations:Key=operations",
                "--Callers:EventFeed:0=friend",
                "--Retention:Every=00:00:00.500", "--Retention:Audit=365.00:00:00",
            ],
            "kit");
        builder.WebHost.UseTestServer();
        builder.Services.Believe();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        var app = builder.Build();
        if (createSchema)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<SampleDb>().Database;
            await database.EnsureCreatedAsync();
            await database.InstallAsync(TimeSpan.FromDays(365), default);
        }

        AccessTable access = new()
        {
            { "Say", Roles.Founder }, { "Paint", Roles.Founder }, { "See", Roles.Founder },
            { "Repaint", Roles.Founder }, { "Meet", Roles.Founder },
        };
        _ = app.RunCentreAsync([], access, api =>
        {
            api.MapPost("/samples", SayAsync).WithName("Say").WithIdempotency();
            api.MapPost("/samples/{id:guid}/paint", PaintAsync).WithName("Paint");
            api.MapGet("/samples/{id:guid}", SeeAsync).WithName("See");
            api.MapPost("/samples/{first:guid}/repaint/{second:guid}", MetChangesTests.RepaintAsync)
                .WithName("Repaint");
            api.MapPost("/samples/meet", MetChangesTests.MeetAsync).WithName("Meet");
        });
        return app;
    }

    private static async Task<OkWithETag<string>> SeeAsync(Guid id, SampleDb db, CancellationToken ct) =>
        OkWithETag.Of(await db.ReadOr404Async<Sample>(id, ct), sample => sample.Name);

    private static async Task<OkWithETag<string>> PaintAsync(
        Guid id, PaintRequest body, IfMatch ifMatch, Caller caller, SampleDb db, CancellationToken ct)
    {
        var sample = await db.Samples.FindOr404Async(id, ifMatch, ct);
        sample.Paint(body.Name, body.Colour, caller.Id);
        return await db.SaveAsync(sample, painted => painted.Name, ct);
    }

    private static async Task<IResult> SayAsync(
        SampleRequest body, SampleDb db, TimeProvider clock, CancellationToken ct)
    {
        var said = Sample.Say(body.Name, clock.GetUtcNow());
        var created = await db.CreateAsync(said, "samples", sample => sample.Id, ct);
        return body.Name == "fails after" ? throw new InvalidOperationException("too late to matter") : created;
    }
}

public sealed record SampleRequest(string Name);

public sealed record PaintRequest(string Name, string Colour);
