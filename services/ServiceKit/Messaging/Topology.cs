using System.Collections.Frozen;
using System.Threading.Channels;
using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Technopark.ServiceKit.Messaging;

/// <summary>
/// What the centre has at the broker beside its queue: the exchanges of its own events, and the bindings of its queue
/// to those it hears. All of it is made again whenever the queue is: the broker may have come back empty.
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
    private readonly Channel<bool> _asked =
        Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private volatile string[]? _missing;

    public Topology(
        SubscribedEvents heard, RabbitMqPublisher broker, CentreInfo centre, TimeProvider clock, ILogger<Topology> log)
    {
        (_broker, _centre, _clock, _log) = (broker, centre, clock, log);
        _said = [.. EventTypes.All.Where(type => EventTypes.ServiceOf(type) == centre.Name).Select(EventTypes.NameOf)];
        _heard = heard.Types.ToFrozenDictionary(
            EventTypes.NameOf, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        // Nothing is heard: there is no queue to wait for.
        _asked.Writer.TryWrite(_heard.Count == 0);
    }

    /// <summary>Completes when the queue gets every message of these types.</summary>
    public Task WhenBoundAsync(IEnumerable<string> types, CancellationToken ct) =>
        Task.WhenAll(types.Select(type => _heard[type].Task)).WaitAsync(ct);

    /// <summary>The queue and its exchange are there, for the first time or again.</summary>
    public Task Ready(ReceiveEndpointReady ready)
    {
        _asked.Writer.TryWrite(true);
        return Task.CompletedTask;
    }

    public Task Stopping(ReceiveEndpointStopping stopping) => Task.CompletedTask;

    public Task Completed(ReceiveEndpointCompleted completed) => Task.CompletedTask;

    public Task Faulted(ReceiveEndpointFaulted faulted) => Task.CompletedTask;

    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_missing switch
        {
            null => HealthCheckResult.Unhealthy("Not bound yet."),
            [] => HealthCheckResult.Healthy(),
            var missing => HealthCheckResult.Degraded(
                $"Whoever says it has not made its exchange yet: {string.Join(", ", missing)}"),
        });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var isQueueThere in _asked.Reader.ReadAllAsync(stoppingToken))
        {
            var (left, done) = (isQueueThere ? _heard.Keys.ToArray() : [], false);
            while (!done && !_asked.Reader.TryPeek(out _))
            {
                try
                {
                    left = await MakeAsync(left, stoppingToken);
                    _missing = isQueueThere ? left : _missing;
                    done = left.Length == 0;
                }
                catch (Exception e) when (!stoppingToken.IsCancellationRequested)
                {
                    LogNotYet(_log, e.Message);
                }

                await Task.Delay(done ? TimeSpan.Zero : Patience, _clock, stoppingToken);
            }
        }
    }

    /// <returns>The types whose exchange is not there yet: their owner has not started since.</returns>
    private async Task<string[]> MakeAsync(string[] heard, CancellationToken ct)
    {
        foreach (var type in _said)
        {
            await _broker.DeclareExchangeAsync(type, ct);
        }

        var missing = new List<string>();
        foreach (var type in heard)
        {
            if (await _broker.TryBindAsync(_centre.Queue, type, ct))
            {
                _heard[type].TrySetResult();
            }
            else
            {
                missing.Add(type);
            }
        }

        return [.. missing];
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Exchanges and bindings are not made yet: {Reason}")]
    private static partial void LogNotYet(ILogger logger, string reason);
}
