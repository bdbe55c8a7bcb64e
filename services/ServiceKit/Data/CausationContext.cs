using System.Diagnostics;

namespace Technopark.ServiceKit.Data;

/// <summary>What led to a change: the message that was consumed, or only the trace of a request.</summary>
/// <param name="MessageId">Id of the event that this change reacts to.</param>
/// <param name="CorrelationId">Id of the first event of this sequence of events.</param>
/// <param name="Type">Its CloudEvents type.</param>
internal readonly record struct CausationContext(Guid? MessageId, Guid? CorrelationId, string? Type)
{
    public static string? Traceparent => Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity
        ? activity.Id : null;
}
