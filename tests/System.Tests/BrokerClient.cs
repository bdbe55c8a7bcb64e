using RabbitMQ.Client;

namespace Technopark.SystemTests;

/// <summary>A program that uses the park's broker itself.</summary>
internal static class BrokerClient
{
    public static Task<IConnection> ConnectAsync(Uri broker) =>
        new ConnectionFactory { Uri = broker, AutomaticRecoveryEnabled = false }.CreateConnectionAsync();

    /// <summary>The subscriber hears, in a queue of its own, the event about what is made.</summary>
    public static async Task HearAsync(this RunningPark park, string @event, Func<Task<Thing>> make)
    {
        const string queue = $"{RunningPark.Subscriber}.inbox";
        await using var connection = await ConnectAsync(park.BrokerAs(RunningPark.Subscriber));
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false);
        await channel.QueueBindAsync(queue, @event, "");
        var made = await make();
        await Eventually.TrueAsync("the event", async () =>
            await channel.BasicGetAsync(queue, autoAck: true) is { } message
            && Encoding.UTF8.GetString(message.Body.Span).Contains($"{made.Id}", StringComparison.Ordinal));
        await channel.QueueDeleteAsync(queue);
    }
}
