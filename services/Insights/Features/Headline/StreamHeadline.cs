using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Technopark.Insights.Features.Headline;

internal static class StreamHeadline
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan ReconnectAfter = TimeSpan.FromSeconds(2);

    public static void Map(RouteGroupBuilder headline) => headline.MapGet("/stream", Handle)
        .WithName("StreamHeadline")
        .WithSummary("The headline of today and each change of it")
        .WithDescription(
            "Events named headline carry the figure as GET /headline gives it; events named keepAlive carry nothing.");

    private static ServerSentEventsResult<string> Handle(
        HeadlineNotifier watch, TimeProvider clock, IHostApplicationLifetime host, CancellationToken ct) =>
        TypedResults.ServerSentEvents(FollowAsync(watch, clock, host.ApplicationStopping, ct));

    /// <summary>One figure at most is on its way to a client: after it comes the latest, not those between.</summary>
    private static async IAsyncEnumerable<SseItem<string>> FollowAsync(
        HeadlineNotifier watch, TimeProvider clock, CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken ct)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(stopping, ct);
        var next = watch.Next;
        var sent = await watch.ReadAsync(ct);
        yield return new SseItem<string>(sent, "headline") { ReconnectionInterval = ReconnectAfter };
        while (!ended.IsCancellationRequested)
        {
            await next.WaitAsync(KeepAlive, clock, ended.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (ended.IsCancellationRequested)
            {
                yield break;
            }

            if (!next.IsCompleted)
            {
                yield return new SseItem<string>("", "keepAlive");
                continue;
            }

            next = watch.Next;
            if (watch.Latest is var latest && latest != sent)
            {
                sent = latest;
                yield return new SseItem<string>(latest, "headline");
            }
        }
    }
}
