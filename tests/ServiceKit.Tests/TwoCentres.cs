using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using RabbitMQ.Client;
using Technopark.Contracts;
using Technopark.Contracts.Registry;
using Technopark.ServiceKit.Data;
using Technopark.ServiceKit.Feed;
using Technopark.ServiceKit.Hosting;
using Technopark.ServiceKit.Messaging;

namespace Technopark.ServiceKit.Tests;

/// <summary>
/// Two sample centres, of which one hears of the other by feed alone: <c>registry</c> has no broker, so that nothing it
/// says is brought to <c>late</c>.
/// </summary>
public sealed class TwoCentres : IAsyncLifetime
{
    public const string Registered = "technopark.registry.companyRegistered.v1";

    private const string Listener = "late";
    private const string Source = "registry";

    private readonly NeighbourServer _identity = NeighbourServer.Start(Listener);
    private readonly int _feed = FreePort.Next();
    private readonly Dictionary<string, TestDatabase> _databases = [];
    private readonly Dictionary<string, NpgsqlDataSource> _rows = [];
    private readonly Dictionary<string, WebApplication> _running = [];

    public async ValueTask InitializeAsync()
    {
        foreach (var name in (string[])[Source, Listener])
        {
            _databases[name] = await TestDatabase.CreateAsync(name);
            _rows[name] = NpgsqlDataSource.Create(
                $"{_databases[name].ConnectionString};Maximum Pool Size=4;Timeout=60");
            var app = Build(name);
            await using (var scope = app.Services.CreateAsyncScope())
            {
                var database = scope.ServiceProvider.GetRequiredService<SampleDb>().Database;
                await database.EnsureCreatedAsync();
                await database.InstallAsync(TimeSpan.FromDays(365), default);
            }

            Run(name, app);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var name in _databases.Keys)
        {
            await StopAsync(name);
            await _rows[name].DisposeAsync();
            await _databases[name].DisposeAsync();
        }

        await _identity.DisposeAsync();
        await using var broker =
            await new ConnectionFactory { Uri = new Uri(Infrastructure.RabbitMq) }.CreateConnectionAsync();
        await using var channel = await broker.CreateChannelAsync();
        await channel.QueueDeleteAsync($"{Listener}.registry.companyRegistered.v1");
        await channel.QueueDeleteAsync($"{Listener}.events_error");
    }

    /// <summary>The source's log has it.</summary>
    public async Task<CompanyRegistered> SayAsync(
        string name = "sample", Guid? id = null, TimeSpan? ago = null)
    {
        var message = new CompanyRegistered(Guid.CreateVersion7(), name, CompanyKind.Ooo, null, null, null);
        await ExecuteAsync(Source, """
            with next as (update publisher set sequence = sequence + 1 returning sequence)
            insert into event_log (sequence, id, type, subject, company_id, time, data)
            select sequence, $1, $2, $3, $3, now() - $4, $5 from next
            """, id ?? Guid.CreateVersion7(), Registered, message.CompanyId, ago ?? TimeSpan.FromMinutes(1),
            JsonSerializer.Serialize<object>(message, ContractJson.Options));
        return message;
    }

    /// <summary>Its effects, when all that the source says up to now was held against what arrived.</summary>
    public async Task<long> EffectsAsync(CompanyRegistered message, string by = "first")
    {
        await ReconciledAsync();
        return await CountAsync(
            "select count(*) from effects where company_id = $1 and name = $2", message.CompanyId, by);
    }

    /// <summary>Returns when the listener has read its source to the end once more.</summary>
    public async Task ReconciledAsync()
    {
        var until = await AskAsync<DateTime>(Listener, "select now()");
        await Eventually.TrueAsync("the feed is read", async () => await AskAsync<bool>(Listener,
            "select min(complete_until) >= $1 from handler_cursor", until), TimeSpan.FromSeconds(60));
    }

    public Task<long> CountAsync(string sql, params object[] values) => AskAsync<long>(Listener, sql, values);

    public Task<T> AskListenerAsync<T>(string sql, params object[] values) => AskAsync<T>(Listener, sql, values);

    public Task ChangeListenerAsync(string sql, params object[] values) => ExecuteAsync(Listener, sql, values);

    public Task ChangeSourceAsync(string sql, params object[] values) => ExecuteAsync(Source, sql, values);

    /// <summary>The listener's door for operators.</summary>
    public HttpClient Operations
    {
        get
        {
            var http = new HttpClient
            {
                BaseAddress = new Uri(_running[Listener].Urls.First()),
                DefaultRequestVersion = HttpVersion.Version20,
                DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
            };
            http.DefaultRequestHeaders.Add("X-Operations-Key", "operations");
            return http;
        }
    }

    /// <summary>Also while it stands still.</summary>
    internal HandlerCursors CursorsOfListener => new(
        _rows[Listener], new CentreInfo(Listener, typeof(SampleDb).Assembly), TimeProvider.System);

    internal Subscription[] Subscriptions =>
        [.. _running[Listener].Services.GetRequiredService<SubscribedEvents>().Subscriptions];

    /// <summary>Takes all dead messages away, as a broker does that comes back empty.</summary>
    /// <returns>Their reasons.</returns>
    public static async Task<string> TakeDeadAsync()
    {
        await using var broker =
            await new ConnectionFactory { Uri = new Uri(Infrastructure.RabbitMq) }.CreateConnectionAsync();
        await using var channel = await broker.CreateChannelAsync();
        var reasons = "";
        while (await channel.BasicGetAsync($"{Listener}.events_error", autoAck: true) is { } dead)
        {
            reasons += dead.BasicProperties.Header("MT-Fault-Message");
        }

        return reasons;
    }

    /// <returns>How many dead messages went back.</returns>
    public async Task<int> RedriveAsync()
    {
        using var redriven = await Operations.PostAsync(new Uri("/ops/messages/redrive", UriKind.Relative), null);
        return (await redriven.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("dead").GetInt32();
    }

    /// <summary>While the centre stands still.</summary>
    public async Task WhileListenerIsDownAsync(Func<Task> change)
    {
        await StopAsync(Listener);
        try
        {
            await change();
        }
        finally
        {
            Run(Listener, Build(Listener));
        }
    }

    /// <summary>Its database is set back to what it was before.</summary>
    /// <param name="isSource">Whose.</param>
    public async Task RestoreAsync(bool isSource, Func<Task> meanwhile)
    {
        var name = isSource ? Source : Listener;
        await StopAsync(name);
        _rows[name].Clear();
        await using var backup = await _databases[name].BackUpAsync();
        Run(name, Build(name));
        await meanwhile();
        await StopAsync(name);
        _rows[name].Clear();
        await _databases[name].RestoreAsync(backup);
        Run(name, Build(name));
        await Eventually.TrueAsync("it publishes again", async () =>
            await AskAsync<bool>(name, "select expires_at > now() from publisher"));
    }

    private async Task StopAsync(string name)
    {
        if (_running.Remove(name, out var app))
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }

    private WebApplication Build(string name)
    {
        var builder = CentreHost.CreateBuilder<SampleDb>(
            [
                $"--ConnectionStrings:{name}={_databases[name].ConnectionString}",
                $"--ConnectionStrings:rabbitmq={(name == Source ? "amqp://127.0.0.1:1" : Infrastructure.RabbitMq)}",
                "--environment=Development",
                "--Operations:Key=operations", $"--services:identity:http:0={_identity.Tokens}",
                $"--Callers:EventFeed:0={Listener}", "--Retention:Every=00:00:00.200",
                "--Reconciliation:Every=00:00:00.100", "--Reconciliation:Grace=00:00:00",
                .. name == Listener ? (string[])[$"--services:{Source}:grpc:0=http://127.0.0.1:{_feed}"] : [],
            ],
            name);
        var port = name == Source ? _feed : 0;
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.Believe();
        builder.Logging.SetMinimumLevel(LogLevel.Error);
        return builder.Build();
    }

    private void Run(string name, WebApplication app)
    {
        _running[name] = app;
        _ = app.RunCentreAsync([], [], _ => { });
    }

    private async Task<T> AskAsync<T>(string name, string sql, params object[] values)
    {
        await using var command = _rows[name].CreateCommand(sql);
        command.Parameters.AddRange(Array.ConvertAll(values, value => new NpgsqlParameter { Value = value }));
        return (T)(await command.ExecuteScalarAsync())!;
    }

    private async Task ExecuteAsync(string name, string sql, params object[] values)
    {
        await using var command = _rows[name].CreateCommand(sql);
        command.Parameters.AddRange(Array.ConvertAll(values, value => new NpgsqlParameter { Value = value }));
        await command.ExecuteNonQueryAsync();
    }
}
