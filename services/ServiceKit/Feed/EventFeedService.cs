using Grpc.Core;
using Technopark.Feed.V1;

namespace Technopark.ServiceKit.Feed;

/// <summary>Serves the event log of this centre: catch up from a cursor, then follow.</summary>
internal sealed class EventFeedService(
    FeedReader feed, FeedStreams streams, OutboxSignal signal, IHostApplicationLifetime host) : EventFeed.EventFeedBase
{
    // What another process moves into the log wakes nobody here.
    private static readonly TimeSpan Fallback = TimeSpan.FromMilliseconds(250);

    public override async Task Read(
        ReadRequest request, IServerStreamWriter<FeedEvent> responseStream, ServerCallContext context)
    {
        using var taken = streams.Take(context.GetHttpContext().User);
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
        var types = request.Types_.ToArray();
        var head = await feed.HeadAsync(ct);
        var position = await feed.PositionAsync(request.After, head, ct);
        var told = request.After;
        while (true)
        {
            var next = signal.Logged.Next;
            var page = await feed.ReadAsync(position, types, ct);
            foreach (var message in page.Events)
            {
                await responseStream.WriteAsync(message, ct);
                told = message.Cursor;
            }

            position = page.Position;
            if (request.Checkpoints && page.IsLast && told != position.ToString())
            {
                told = position.ToString();
                await responseStream.WriteAsync(new FeedEvent { Cursor = told }, ct);
            }

            if (!request.Follow && position.Sequence >= head.Sequence)
            {
                return;
            }

            if (page.IsLast)
            {
                await WakeUp.WaitAsync(next, Fallback, ct);
            }
        }
    }
}
