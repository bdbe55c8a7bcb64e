using Grpc.Core;
using Technopark.Feed.V1;

namespace Technopark.ServiceKit.Feed;

/// <summary>Serves the event log of this centre: catch up from a cursor, then follow.</summary>
internal sealed class EventFeedService(FeedReader feed, OutboxSignal signal, IHostApplicationLifetime host)
    : EventFeed.EventFeedBase
{
    // An event waits for the oldest open transaction, whose end in another process wakes nobody here.
    private static readonly TimeSpan Fallback = TimeSpan.FromMilliseconds(250);

    public override async Task Read(
        ReadRequest request, IServerStreamWriter<FeedEvent> responseStream, ServerCallContext context)
    {
        using var ended =
            CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, host.ApplicationStopping);
        try
        {
            await ReadAsync(request, responseStream, ended.Token);
        }
        catch (OperationCanceledException) when (host.ApplicationStopping.IsCancellationRequested)
        {
            throw new RpcException(
                new Status(StatusCode.Unavailable, "The service is stopping; read on after your last cursor."));
        }
    }

    private async Task ReadAsync(
        ReadRequest request, IServerStreamWriter<FeedEvent> responseStream, CancellationToken ct)
    {
        var (after, types) = (request.After, request.Types_.ToArray());
        var head = request.Follow ? (ulong?)null : await feed.HeadAsync(ct);
        while (true)
        {
            var next = signal.Next;
            // What was under way at the beginning of the call belongs to it: a reader who listened before it called
            // misses nothing.
            var last = head is { } known && await feed.IsSettledAsync(known, ct);
            await foreach (var message in feed.ReadAsync(after, types, ct))
            {
                await responseStream.WriteAsync(message, ct);
                after = message.Cursor;
            }

            if (last)
            {
                return;
            }

            await OutboxSignal.WaitAsync(next, Fallback, ct);
        }
    }
}
