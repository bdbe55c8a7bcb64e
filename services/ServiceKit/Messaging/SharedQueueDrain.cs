using Npgsql;
using RabbitMQ.Client;

namespace Technopark.ServiceKit.Messaging;

/// <summary>
/// Older versions heard all events in one queue, and skipped what they did not know into another. Once none of them
/// listens any more, what waits there goes to the queues of its types, and the old queues end.
/// </summary>
internal sealed partial class SharedQueueDrain(
    RabbitMqPublisher broker, Topology topology, SubscribedEvents heard, DeadLetters dead, CentreInfo centre,
    [FromKeyedServices(CentreDb.Unpooled)] NpgsqlDataSource unpooled, TimeProvider clock,
    ILogger<SharedQueueDrain> log) : BackgroundService
{
    private const long LockKey = 0x647261696e;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        foreach (var old in (string[])[centre.Endpoint, $"{centre.Endpoint}_skipped"])
        {
            while (!await TryEndAsync(old, stoppingToken))
            {
                await Task.Delay(Patience, clock, stoppingToken);
            }
        }
    }

    private async Task<bool> TryEndAsync(string old, CancellationToken ct)
    {
        try
        {
            return await EndAsync(old, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            LogNotYet(log, old, e.Message);
            return false;
        }
    }

    /// <returns>Whether there is no such queue any more.</returns>
    private async Task<bool> EndAsync(string old, CancellationToken ct)
    {
        await using var channel = await broker.OpenAnotherAsync(ct);
        if (await channel.FindAsync(old, ct) is not { } found)
        {
            return true;
        }

        // A message that another replica is moving is in no count: it would be lost with the queue.
        await using var alone = await unpooled.OpenConnectionAsync(ct);
        await using var lockIt = new NpgsqlCommand($"select pg_try_advisory_lock({LockKey})", alone);
        if (found.ConsumerCount > 0 || await lockIt.ExecuteScalarAsync(ct) is not true)
        {
            return false;
        }

        await topology.WhenBoundAsync(heard.Types.Select(EventTypes.NameOf), ct);
        await broker.DeclareDeadQueueAsync(centre.DeadQueue, ct);
        // With its exchange go its bindings: nothing new arrives.
        await channel.ExchangeDeleteAsync(old, cancellationToken: ct);
        var moved = await broker.MoveAsync(old, message => PlaceOf(message, old), ct);
        // A quorum queue cannot be asked to go only if nobody needs it.
        if (await channel.FindAsync(old, ct) is { MessageCount: 0, ConsumerCount: 0 })
        {
            await channel.QueueDeleteAsync(old, cancellationToken: ct);
            LogEnded(log, old, moved);
        }

        return false;
    }

    private (string Queue, BasicProperties Properties) PlaceOf(BasicGetResult message, string old) => dead.PlaceOf(
        message.BasicProperties,
        message.Exchange == old || message.Exchange == message.BasicProperties.Header(MessageEnvelope.Type));

    [LoggerMessage(Level = LogLevel.Information,
        Message = "The queue {Queue} of an older version has ended; {Moved} messages went to those of their types")]
    private static partial void LogEnded(ILogger logger, string queue, int moved);

    [LoggerMessage(Level = LogLevel.Information, Message = "The old queue {Queue} cannot end yet: {Reason}")]
    private static partial void LogNotYet(ILogger logger, string queue, string reason);
}
