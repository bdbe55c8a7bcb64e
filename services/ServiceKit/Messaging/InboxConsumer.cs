using System.Diagnostics;
using MassTransit;
using Technopark.ServiceKit.Data;

namespace Technopark.ServiceKit.Messaging;

/// <summary>
/// What MassTransit sees of a centre: one consumer per event heard, which hands the message to the inbox. While the database is away
/// the message waits here, unacknowledged, instead of being counted as failed.
/// </summary>
internal sealed class InboxConsumer<T>(Inbox inbox, TimeProvider clock) : IConsumer<T>
    where T : class
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task Consume(ConsumeContext<T> context)
    {
        using var activity = Activity.Current is null ? Continue(context) : null;
        while (true)
        {
            try
            {
                await inbox.DeliverAsync(new Delivery<T>(context));
                return;
            }
            catch (Exception e) when (DatabaseProblems.IsAway(e))
            {
                await Task.Delay(Patience, clock, context.CancellationToken);
            }
        }
    }

    /// <summary>Where nobody collects traces there is no activity, and yet the events raised here belong to the trace of this one.</summary>
    private static Activity? Continue(ConsumeContext context) =>
        context.ReceiveContext.TransportHeaders.Get<string>(Wire.Traceparent) is { } parent
            ? new Activity("consume").SetParentId(parent).Start()
            : null;
}
