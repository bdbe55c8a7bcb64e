using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Technopark.ServiceKit.Messaging;

/// <summary>What operators see of publishing and consuming.</summary>
internal static class MessagingMetrics
{
    public static readonly ActivitySource Activities = new("Technopark.ServiceKit");

    private static readonly Meter Meter = new("Technopark.ServiceKit");

    public static readonly Counter<long> Sent =
        Meter.CreateCounter<long>("technopark.outbox.sent", "{event}", "Events confirmed by the broker");

    public static readonly Counter<long> Consumed =
        Meter.CreateCounter<long>("technopark.inbox.consumed", "{message}", "Messages whose effects are committed");

    public static readonly Counter<long> Duplicates =
        Meter.CreateCounter<long>("technopark.inbox.duplicates", "{message}", "Messages that had been consumed before");

    public static readonly Counter<long> Reconciled = Meter.CreateCounter<long>(
        "technopark.inbox.reconciled", "{message}", "Events that no message brought, taken in from a feed");

    public static readonly Gauge<long> Unsent =
        Meter.CreateGauge<long>("technopark.outbox.unsent", "{event}", "Events not yet confirmed");

    public static readonly Gauge<double> Lag =
        Meter.CreateGauge<double>("technopark.outbox.lag", "s", "Age of the oldest event not yet confirmed");

    public static readonly Gauge<long> Failed =
        Meter.CreateGauge<long>("technopark.outbox.failed", "{event}", "Events that the broker refused for good");

    public static readonly Gauge<long> Waiting =
        Meter.CreateGauge<long>("technopark.inbox.waiting", "{message}", "Messages that no consumer has taken yet");

    public static readonly Gauge<long> Dead =
        Meter.CreateGauge<long>("technopark.inbox.dead", "{message}", "Messages in the dead-letter queue");

    public static Activity? StartPublish(EventRecord envelope)
    {
        ActivityContext.TryParse(envelope.Traceparent, null, isRemote: true, out var parent);
        var activity = parent == default
            ? null : Activities.StartActivity($"{envelope.Type} publish", ActivityKind.Producer, parent);
        activity?.SetTag("messaging.system", "rabbitmq");
        activity?.SetTag("messaging.destination.name", envelope.Type);
        activity?.SetTag("messaging.message.id", envelope.Id);
        return activity;
    }
}
