using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Technopark.ServiceKit.Access;
using Technopark.ServiceKit.Audit;
using Technopark.ServiceKit.Feed;
using Technopark.ServiceKit.Messaging;

namespace Technopark.ServiceKit.Hosting;

/// <summary>Where the messages of a centre stand.</summary>
/// <param name="Unsent">Events that the broker has not confirmed yet.</param>
/// <param name="LagSeconds">Age of the oldest of them.</param>
/// <param name="Failed">Events that the broker refused for good.</param>
/// <param name="Waiting">Messages in the queues that no consumer has taken yet; null while the broker is away.</param>
/// <param name="Dead">Messages that no retry could consume; null while the broker is away.</param>
/// <param name="Feeds">How far the feeds of other centres were held against what arrived.</param>
public sealed record MessageCounts(
    long Unsent, double LagSeconds, [property: JsonPropertyName("parked")] long Failed, long? Waiting, long? Dead,
    IReadOnlyList<FeedState> Feeds);

/// <summary>What a redrive set going again.</summary>
/// <param name="Failed">Events given back to the publisher.</param>
/// <param name="Dead">Messages given back to the queues of their types, or read again from their sources.</param>
public sealed record Redriven([property: JsonPropertyName("parked")] int Failed, int Dead);

/// <summary>The operator's view of a centre. Not under the API's prefix, so the gateway cannot reach it.</summary>
internal static class Operations
{
    public static void MapOperations(this IEndpointRouteBuilder app)
    {
        var messages = app.MapGroup("/ops/messages").ExcludeFromDescription().AllowOperators();
        messages.MapGet("", CountAsync);
        messages.MapPost("/redrive", RedriveAsync);
        messages.MapPost("/accept", AcceptAsync);
    }

    private static async Task<Ok<MessageCounts>> CountAsync(
        EventLog events, QueueCounts queues, Reconciler reconciler, CancellationToken ct)
    {
        var (unsent, lag, failed) = await events.CountAsync(ct);
        var (waiting, dead) = await queues.FindAsync(ct);
        return TypedResults.Ok(
            new MessageCounts(unsent, lag, failed, waiting, dead, await reconciler.StateAsync(ct)));
    }

    /// <summary>Whoever asks for it has seen what a restored centre forgot.</summary>
    private static async Task<NoContent> AcceptAsync(HandlerCursors cursors, AuditLog audit, CancellationToken ct)
    {
        await cursors.AcceptAsync(ct);
        audit.Post(new AuditEvent(Outcomes.Done));
        return TypedResults.NoContent();
    }

    private static async Task<Ok<Redriven>> RedriveAsync(
        EventLog events, DeadLetters dead, LostDead lost, OutboxSignal signal, AuditLog audit, CancellationToken ct)
    {
        var failed = await events.RetryFailedAsync(ct);
        signal.Committed.Wake();
        audit.Post(new AuditEvent(Outcomes.Done));
        var (moved, found) = await dead.RedriveAsync(ct);
        return TypedResults.Ok(new Redriven(failed, moved + await lost.RedriveAsync(found, ct)));
    }
}
