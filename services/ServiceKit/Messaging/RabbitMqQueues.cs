using System.Text;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Technopark.ServiceKit.Messaging;

/// <summary>
/// What the kit does with queues by name: send to its own, count, move what waits. It sends through the exchange of
/// the queue's name: nobody may publish to the default one, which reaches every queue.
/// </summary>
internal static class RabbitMqQueues
{
    private const int MovedTogether = 200;

    /// <summary>Puts a message straight into a queue and waits for the confirm.</summary>
    public static async Task SendAsync(
        this RabbitMqPublisher broker, string queue, BasicProperties properties, ReadOnlyMemory<byte> body,
        CancellationToken ct)
    {
        var channel = await broker.OpenAsync(ct);
        await channel.BasicPublishAsync(exchange: queue, routingKey: "", mandatory: true, properties, body, ct);
    }

    /// <summary>Makes a queue of dead messages, as MassTransit makes it.</summary>
    public static async Task DeclareDeadQueueAsync(this RabbitMqPublisher broker, string queue, CancellationToken ct)
    {
        await using var channel = await broker.OpenAnotherAsync(ct);
        await channel.ExchangeDeclareAsync(
            queue, ExchangeType.Fanout, durable: true, autoDelete: false, cancellationToken: ct);
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false,
            new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, cancellationToken: ct);
        await channel.QueueBindAsync(queue, queue, routingKey: "", cancellationToken: ct);
    }

    /// <summary>Messages in queues; none in one that is not there.</summary>
    public static async Task<long> CountAsync(
        this RabbitMqPublisher broker, IEnumerable<string> queues, CancellationToken ct)
    {
        var sum = 0L;
        var channel = await broker.OpenAnotherAsync(ct);
        try
        {
            foreach (var queue in queues)
            {
                // Asking for a queue that is not there closes the channel.
                channel = channel.IsOpen ? channel : await broker.OpenAnotherAsync(ct);
                sum += (await channel.FindAsync(queue, ct))?.MessageCount ?? 0;
            }
        }
        finally
        {
            await channel.DisposeAsync();
        }

        return sum;
    }

    /// <summary>How many wait in a queue and how many listen; null where there is no such queue.</summary>
    public static async Task<QueueDeclareOk?> FindAsync(this IChannel channel, string queue, CancellationToken ct)
    {
        try
        {
            return await channel.QueueDeclarePassiveAsync(queue, ct);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
    }

    /// <summary>Moves what waits in a queue now, each message confirmed where it goes before it is gone here.</summary>
    /// <param name="target">Where it goes and with which properties.</param>
    /// <returns>How many went elsewhere.</returns>
    public static async Task<int> MoveAsync(
        this RabbitMqPublisher broker, string from,
        Func<BasicGetResult, (string Queue, BasicProperties Properties)> target, CancellationToken ct)
    {
        var left = await broker.CountAsync([from], ct);
        await using var reading = await broker.OpenAnotherAsync(ct);
        var (moved, confirms, last) = (0, new List<Task>(), 0UL);
        while (left > 0 && await reading.BasicGetAsync(from, autoAck: false, ct) is { } message)
        {
            var (queue, properties) = target(message);
            confirms.Add(broker.SendAsync(queue, properties, message.Body, ct));
            (left, last, moved) = (left - 1, message.DeliveryTag, moved + (queue == from ? 0 : 1));
            if (confirms.Count == MovedTogether)
            {
                await AcknowledgeAsync();
            }
        }

        await AcknowledgeAsync();
        return moved;

        async Task AcknowledgeAsync()
        {
            await Task.WhenAll(confirms);
            if (confirms.Count > 0)
            {
                await reading.BasicAckAsync(last, multiple: true, ct);
            }

            confirms.Clear();
        }
    }

    /// <summary>A header's text; null where there is none.</summary>
    public static string? Header(this IReadOnlyBasicProperties message, string name) =>
        message.Headers?.TryGetValue(name, out var value) == true
            ? value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value?.ToString() : null;
}
