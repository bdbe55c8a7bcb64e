using Grpc.Core;
using Technopark.Feed.V1;

namespace Technopark.ServiceKit.Feed;

/// <summary>Serves the event log of this centre: catch up from a cursor, then follow.</summary>
internal sealed class EventFeedService(
    FeedReader feed, FeedStreams streams, OutboxSignal signal, IHostApplicationLifetime host) : EventFeed.EventFeedBase
{
    // What another process moves into the log wakes nobody here.
    private static readonly TimeSpan Fallback = TimeSpan.FromMilliseconds(250);

    /// <summary>Characters; what waits to leave is in memory for each reader.</summary>
    private const int HeldAtMost = 64 * 1024;

    private static readonly WriteOptions Buffered = new(WriteFlags.BufferHint);

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
        for (Task<FeedPage>? ahead = null; ;)
        {
            var next = ahead is null ? signal.Logged.Next : Task.CompletedTask;
            var page = await (ahead ?? feed.ReadAsync(position, types, ct));
            var isAll = !request.Follow && page.Position.Sequence >= head.Sequence;
            // The next page is read while this one goes out.
            ahead = page.IsLast || isAll ? null : feed.ReadAsync(page.Position, types, ct);
            await WriteAsync(page.Events, responseStream, ct);
            position = page.Position;
            told = page.Events is [.., var last] ? last.Cursor : told;
            if (request.Checkpoints && page.IsLast && told != position.ToString())
            {
                told = position.ToString();
                await responseStream.WriteAsync(new FeedEvent { Cursor = told }, ct);
            }

            if (isAll)
            {
                return;
            }

            if (page.IsLast)
            {
                await WakeUp.WaitAsync(next, Fallback, ct);
            }
        }
    }

    /// <summary>Many leave together: each alone would be a flush of the connection.</summary>
    private static async Task WriteAsync(
        IReadOnlyList<FeedEvent> events, IServerStreamWriter<FeedEvent> responseStream, CancellationToken ct)
    {
        var held = 0;
        foreach (var (at, message) in events.Index())
        {
            held += message.Data.Length;
            var isHeld = at < events.Count - 1 && held < HeldAtMost;
            responseStream.WriteOptions = isHeld ? Buffered : null;
            held = isHeld ? held : 0;
            await responseStream.WriteAsync(message, ct);
        }
    }
}
