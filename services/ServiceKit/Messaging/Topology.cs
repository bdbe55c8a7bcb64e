using System.Collections.Frozen;
using System.Threading.Channels;
using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Technopark.ServiceKit.Messaging;

/// <summary>
/// What the centre has at the broker beside its queues: the exchanges of its own events, the dead-letter queue, and the
/// bindings of its queues. All of it is made again whenever a queue is: the broker may have come back empty.
/// </summary>
internal sealed partial class Topology : BackgroundService, IReceiveEndpointObserver, IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly RabbitMqPublisher _broker;
    private readonly CentreInfo _centre;
    private readonly TimeProvider _clock;
    private readonly ILogger<Topology> _log;
    private readonly string[] _said;
    private readonly FrozenDictionary<string, TaskCompletionSource> _heard;
    private readonly FrozenDictionary<string, string> _types;

    /// <summary>Queues that are there, for the first time or again.</summary>
    private readonly Channel<string> _asked = Channel.CreateUnbounded<string>(new() { SingleReader = true });

    /// <summary>Null until each queue has been there.</summary>
    private volatile string[]? _missing;

    public Topology(
        SubscribedEvents heard, RabbitMqPublisher broker, CentreInfo centre, TimeProvider clock, ILogger<Topology> log)
    {
        (_broker, _centre, _clock, _log) = (broker, centre, clock, log);
        _said = [.. EventTypes.All.Where(type => EventTypes.ServiceOf(type) == centre.Name).Select(EventTypes.NameOf)];
        _heard = heard.Types.ToFrozenDictionary(
            EventTypes.NameOf, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        _types = _heard.Keys.ToFrozenDictionary(centre.QueueOf, type => type);
        // What the centre says is made at once, without a queue to wait for.
        _asked.Writer.TryWrite("");
    }

    /// <summary>Completes when the queues of these types get every message.</summary>
    public Task WhenBoundAsync(IEnumerable<string> types, CancellationToken ct) =>
        Task.WhenAll(types.Select(type => _heard[type].Task)).WaitAsync(ct);

    /// <summary>The queue and its exchange are there, for the first time or again.</summary>
    public Task Ready(ReceiveEndpointReady ready)
    {
        _asked.Writer.TryWrite(Uri.UnescapeDataString(ready.InputAddress.Segments[^1]));
        return Task.CompletedTask;
    }

    public Task Stopping(ReceiveEndpointStopping stopping) => Task.CompletedTask;

    public Task Completed(ReceiveEndpointCompleted completed) => Task.CompletedTask;

    public Task Faulted(ReceiveEndpointFaulted faulted) => Task.CompletedTask;

    /// <summary>Never red for want of a broker: requests are answered without one.</summary>
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        switch (_missing)
        {
            case []:
                return HealthCheckResult.Healthy();
            case { } missing:
                return HealthCheckResult.Degraded(
                    $"Whoever says it has not made its exchange yet: {string.Join(", ", missing)}");
        }

        try
        {
            await _broker.OpenAsync(cancellationToken);
            return HealthCheckResult.Unhealthy("Not bound yet.");
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Degraded("The broker is away.", e);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var (left, seen) = (new HashSet<string>(), new HashSet<string>());
        while (await _asked.Reader.WaitToReadAsync(stoppingToken))
        {
            bool done;
            do
            {
                done = false;
                while (_asked.Reader.TryRead(out var queue))
                {
                    left.UnionWith(_types.TryGetValue(queue, out var type) ? [type] : []);
                }

                seen.UnionWith(left);
                try
                {
                    await MakeAsync(left, stoppingToken);
                    _missing = seen.Count == _types.Count ? [.. left] : null;
                    done = left.Count == 0;
                }
                catch (Exception e) when (!stoppingToken.IsCancellationRequested)
                {
                    LogNotYet(_log, e.Message);
                }

                await Task.Delay(done ? TimeSpan.Zero : Patience, _clock, stoppingToken);
            }
            while (!done);
        }
    }

    /// <param name="left">Types to be bound; those remain whose exchange their owner has not made yet.</param>
    private async Task MakeAsync(HashSet<string> left, CancellationToken ct)
    {
        foreach (var type in _said)
        {
            await _broker.DeclareExchangeAsync(type, ct);
        }

        await _broker.DeclareDeadQueueAsync(_centre.DeadQueue, ct);
        foreach (var type in left.ToArray())
        {
            if (await _broker.TryBindAsync(_centre.QueueOf(type), type, ct))
            {
                _heard[type].TrySetResult();
                left.Remove(type);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Exchanges and bindings are not made yet: {Reason}")]
    private static partial void LogNotYet(ILogger logger, string reason);
}
