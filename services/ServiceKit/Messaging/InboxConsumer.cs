using System.Diagnostics;
using MassTransit;

namespace Technopark.ServiceKit.Messaging;

/// <summary>
/// What MassTransit sees of a centre: one consumer per event heard, which hands the message to the inbox. While the
/// database is away the message waits here, instead of being counted as failed.
/// </summary>
internal sealed partial class InboxConsumer<T>(
    Inbox inbox, SubscribedEvents heard, DeadLetters dead, CentreInfo centre, TimeProvider clock, ILogger<Inbox> log)
    : IConsumer<T>
    where T : class
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly string Name = EventTypes.NameOf(typeof(T));

    public async Task Consume(ConsumeContext<T> context)
    {
        if (!IsGenuine(context, out var exchange))
        {
            LogForged(log, Name, exchange);
            await dead.PutAsync(context.ReceiveContext, DeadLetters.Foreign, $"It came by the exchange '{exchange}'.");
            return;
        }

        using var activity = Activity.Current is null ? Continue(context) : null;
        while (true)
        {
            try
            {
                await inbox.DeliverAsync(new InboxDelivery<T>(context, heard.Handlers[typeof(T)]));
                return;
            }
            catch (Exception e) when (DatabaseProblems.IsAway(e))
            {
                await Task.Delay(Patience, clock, context.CancellationToken);
            }
        }
    }

    /// <summary>
    /// Anybody can write headers; the exchange that a message was published to says who wrote it. To that of the event
    /// only its owner may publish, and to that of the queue only the centre. What did not come by the broker at all is
    /// of the owner's feed.
    /// </summary>
    private bool IsGenuine(ConsumeContext context, out string exchange)
    {
        exchange = context.ReceiveContext.TryGetPayload<RabbitMqBasicConsumeContext>(out var message)
            ? message.Exchange : Name;
        return (exchange == Name || exchange == centre.QueueOf(Name))
            && context.ReceiveContext.TransportHeaders.Get<string>(MessageEnvelope.Type) == Name;
    }

    /// <summary>Without a collector of traces there is no activity, yet raised events belong to this trace.</summary>
    private static Activity? Continue(ConsumeContext context) =>
        context.ReceiveContext.TransportHeaders.Get<string>(MessageEnvelope.Traceparent) is { } parent
            ? new Activity("consume").SetParentId(parent).Start() : null;

    [LoggerMessage(Level = LogLevel.Error,
        Message = "A message that says to be {Event} came by the exchange '{Exchange}': it is put aside")]
    private static partial void LogForged(ILogger logger, string @event, string exchange);
}
