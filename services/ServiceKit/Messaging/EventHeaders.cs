using System.Diagnostics;
using System.Globalization;
using MassTransit;

namespace Technopark.ServiceKit.Messaging;

/// <summary>What the headers of a consumed event say: which one it is, of what, when and in which trace.</summary>
/// <param name="Id">The event's id, the same on the broker and in the feed.</param>
/// <param name="Subject">The aggregate that it changed.</param>
/// <param name="Time">When it was written, UTC, to the microsecond.</param>
/// <param name="TraceId">Trace of the request that led to it; null where there was none.</param>
public sealed record EventHeaders(Guid Id, string Type, Guid Subject, DateTimeOffset Time, string? TraceId)
{
    /// <exception cref="FormatException">A header that every event has is missing or cannot be read.</exception>
    public static EventHeaders Of(ConsumeContext context) => new(
        context.MessageId ?? throw new FormatException("The message has no id."),
        Required(context, MessageEnvelope.Type), Guid.Parse(Required(context, MessageEnvelope.Subject)),
        DateTimeOffset.Parse(Required(context, MessageEnvelope.Time), CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal).ToUniversalTime(),
        ActivityContext.TryParse(Find(context, MessageEnvelope.Traceparent), null, out var trace)
            ? trace.TraceId.ToString() : null);

    /// <summary>The event as JSON, with members that this version does not know.</summary>
    public static string BodyOf(ConsumeContext context) =>
        context.TryGetPayload<WordlessBody>(out var erased) ? erased.Json : context.ReceiveContext.Body.GetString();

    private static string Required(ConsumeContext context, string name) =>
        Find(context, name) ?? throw new FormatException($"The message has no header {name}.");

    private static string? Find(ConsumeContext context, string name) =>
        context.ReceiveContext.TransportHeaders.Get<string>(name);
}
