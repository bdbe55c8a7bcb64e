using Grpc.Core;
using Technopark.Feed.V1;
using Technopark.ServiceKit.Messaging;

namespace Technopark.ServiceKit.Feed;

/// <summary>Serves the event log of this centre: catch up from a cursor, then follow.</summary>
internal sealed class EventFeedService(FeedReader feed, RelaySignal signal) : EventFeed.EventFeedBase
{
    // An event waits for the oldest open transaction, whose end in another process wakes nobody here.
    private static readonly TimeSpan Fallback = TimeSpan.FromMilliseconds(250);

    public override async Task Read(ReadRequest request, IServerStreamWriter<FeedEvent> responseStream, ServerCallContext context)
    {
        var (after, types, ct) = (request.After, request.Types_.ToArray(), context.CancellationToken);
        while (true)
        {
            var next = signal.Next;
            await foreach (var fact in feed.ReadAsync(after, types, ct))
            {
                await responseStream.WriteAsync(fact, ct);
                after = fact.Cursor;
            }

            if (!request.Follow)
            {
                return;
            }

            await RelaySignal.WaitAsync(next, Fallback, ct);
        }
    }
}
