using System.Collections.Concurrent;
using MassTransit;

namespace Technopark.Benchmarks;

/// <summary>A message of the bare bus.</summary>
public sealed record Ping(Guid Id, Guid OfferId, string Kind, string Title);

/// <summary>MassTransit on the same broker with a quorum queue, and nothing around it.</summary>
internal sealed class BareBus : IAsyncDisposable
{
    private readonly IBusControl _bus;
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource<long>> _awaited = new();

    /// <summary>Its user at the park's broker, which may use what bears this name.</summary>
    public const string User = "bench";

    private BareBus(Uri broker) => _bus = Bus.Factory.CreateUsingRabbitMq(bus =>
    {
        bus.Host(broker);
        bus.Message<Ping>(message => message.SetEntityName("bench.ping"));
        bus.ReceiveEndpoint("bench.reference", endpoint =>
        {
            endpoint.SetQuorumQueue();
            endpoint.PrefetchCount = 200;
            endpoint.Handler<Ping>(context =>
            {
                _awaited[context.Message.Id].SetResult(Stopwatch.GetTimestamp());
                return Task.CompletedTask;
            });
        });
    });

    public static async Task<BareBus> StartAsync(Uri broker)
    {
        LogContext.ConfigureCurrentLogContext();
        var bus = new BareBus(broker);
        await bus._bus.StartAsync();
        return bus;
    }

    /// <returns>Once published: when it is consumed, a timestamp of <see cref="Stopwatch"/>.</returns>
    public async Task<Task<long>> PublishAsync()
    {
        var ping = new Ping(Guid.NewGuid(), Guid.NewGuid(), "technologyOffer", "Сварка титана");
        var consumed = _awaited[ping.Id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await _bus.Publish(ping);
        return consumed.Task;
    }

    public async ValueTask DisposeAsync() => await _bus.StopAsync();
}
