using System.Collections.Concurrent;
using System.Reflection;
using MassTransit;
using MassTransit.Transports;

namespace Technopark.ServiceKit.Messaging;

/// <summary>
/// Takes events of a feed into the inbox of this process, through the same consumers as those of the queues and with
/// the same retries, beside them.
/// </summary>
internal sealed class InboxDispatcher(IServiceProvider services, CentreInfo centre)
{
    private static readonly MethodInfo Create =
        typeof(IReceiveEndpointDispatcherFactory)
            .GetMethod(nameof(IReceiveEndpointDispatcherFactory.CreateConsumerReceiver))!;

    private readonly ConcurrentDictionary<string, IReceiveEndpointDispatcher> _byType = [];

    /// <summary>Returns when the effects are committed.</summary>
    /// <exception cref="Exception">No try could consume it.</exception>
    public Task DispatchAsync(EventRecord message, MissedBy missed, CancellationToken ct)
    {
        var properties = MessageEnvelope.PropertiesOf(message);
        var headers = properties.Headers!.Where(header => header.Value is not null)
            .ToDictionary(header => header.Key, header => header.Value!);
        headers[MessageHeaders.MessageId] = message.Id.ToString();
        headers[MessageHeaders.ContentType] = properties.ContentType!;
        return _byType.GetOrAdd(message.Type, CreateFor).Dispatch(message.Body(), headers, ct, missed);
    }

    private IReceiveEndpointDispatcher CreateFor(string type)
    {
        // Where the program only says what it is, to tools, there is no bus.
        var factory = services.GetRequiredService<IReceiveEndpointDispatcherFactory>();
        var consumer = typeof(InboxConsumer<>).MakeGenericType(EventTypes.Find(type)!);
        return (IReceiveEndpointDispatcher)Create.MakeGenericMethod(consumer)
            .Invoke(factory, [centre.QueueOf(type)])!;
    }
}
