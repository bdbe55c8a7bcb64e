using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Technopark.ServiceKit.Messaging;

/// <summary>
/// What the kit does with queues by name: send to its own, count and redrive the dead. It sends through the exchange of
/// the queue's name: nobody may publish to the default one, which reaches every queue.
/// </summary>
internal static class RabbitMqQueues
{
    /// <summary>Puts an event straight into a queue and waits for the confirm.</summary>
    public static async Task SendAsync(
        this RabbitMqPublisher broker, string queue, EventRecord envelope, CancellationToken ct)
    {
        var channel = await broker.OpenAsync(ct);
        await channel.BasicPublishAsync(exchange: queue, routingKey: "", mandatory: true,
            MessageEnvelope.PropertiesOf(envelope), envelope.Data, ct);
    }

    /// <summary>Messages in a queue; null where there is no such queue.</summary>
    public static async Task<uint?> CountAsync(this RabbitMqPublisher broker, string queue, CancellationToken ct)
    {
        await using var channel = await broker.OpenAnotherAsync(ct);
        try
        {
            return await channel.MessageCountAsync(queue, ct);
        }
        catch (OperationInterruptedException e) when (e.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
    }

    /// <summary>Moves messages from one queue to another, each confirmed there before it is gone here.</summary>
    public static async Task<int> MoveAsync(this RabbitMqPublisher broker, string from, string to, CancellationToken ct)
    {
        var waiting = await broker.CountAsync(from, ct) ?? 0;
        await using var reading = await broker.OpenAnotherAsync(ct);
        var moved = 0;
        while (moved < waiting && await reading.BasicGetAsync(from, autoAck: false, ct) is { } message)
        {
            var channel = await broker.OpenAsync(ct);
            await channel.BasicPublishAsync(
                exchange: to, routingKey: "", mandatory: true, WithoutFault(message.BasicProperties), message.Body, ct);
            await reading.BasicAckAsync(message.DeliveryTag, multiple: false, ct);
            moved++;
        }

        return moved;
    }

    private static BasicProperties WithoutFault(IReadOnlyBasicProperties dead) => new(dead)
    {
        Headers = dead.Headers?
            .Where(header => !header.Key.StartsWith("MT-Fault-", StringComparison.Ordinal)
                && header.Key is not ("MT-Reason" or "x-delivery-count"))
            .ToDictionary(header => header.Key, header => header.Value),
    };
}
