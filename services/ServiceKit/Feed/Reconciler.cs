using Grpc.Core;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry;
using Technopark.Feed.V1;
using Technopark.ServiceKit.Messaging;

namespace Technopark.ServiceKit.Feed;

/// <summary>
/// Holds the feeds of other centres against the inbox, again and again, and takes in what never arrived: what a broker
/// lost, what happened before a handler was there, what a restored database has forgotten. Of a new handler it is the
/// first catching up. A page at a time, one replica at a time, beside the queues.
/// </summary>
internal sealed partial class Reconciler(
    SubscribedEvents heard, HandlerCursors cursors, ServiceChannels centres, MissedEvents missed,
    IOptions<ReconciliationOptions> options, IConfiguration configuration, TimeProvider clock,
    ILogger<Reconciler> log) : BackgroundService, IHealthCheck
{
    private const int PageSize = 1000;
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(10);

    /// <summary>Every handler of every event type whose source this centre can ask.</summary>
    public IEnumerable<IGrouping<string, Subscription>> Sources { get; } = heard.Subscriptions
        .GroupBy(one => EventTypes.ServiceOf(EventTypes.Find(one.Type)!))
        .Where(source => configuration.GetSection($"services:{source.Key}:grpc").Exists());

    /// <summary>How far each source was read.</summary>
    public async Task<IReadOnlyList<FeedState>> StateAsync(CancellationToken ct)
    {
        var groups = await cursors.ReadAsync([.. Sources.SelectMany(source => source)], ct);
        return [.. Sources.Select(source => StateOf(
            source.Key, groups.FindAll(group => group.Subscriptions.Any(source.Contains))))];
    }

    private static FeedState StateOf(string source, List<Progress> groups)
    {
        var restored = groups.Find(group => group.AgreesUntil is not null);
        DateTimeOffset? until = groups.Count == 0 ? null : groups.Min(group => group.CompleteUntil);
        return new FeedState(
            source, until > DateTimeOffset.UnixEpoch ? until : null, restored is not null,
            restored?.AgreesUntil is { Length: > 0 } agreed ? agreed : null);
    }

    /// <summary>Never red: what is asked here is answered with what is known here.</summary>
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var states = await StateAsync(cancellationToken);
        var data = states.ToDictionary(
            state => state.Source, state => (object)(state.CompleteUntil?.ToString("O") ?? "not read yet"));
        var restored = string.Join(", ", states.Where(state => state.Restored).Select(state => state.Source));
        return restored.Length == 0
            ? HealthCheckResult.Healthy(data: data)
            : HealthCheckResult.Degraded($"Restored, and has forgotten what is known here: {restored}", data: data);
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Sources.Select(source => FollowAsync(source.Key, [.. source], stoppingToken)));

    private async Task FollowAsync(string source, Subscription[] all, CancellationToken ct)
    {
        var hasBegun = false;
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await (hasBegun ? Task.CompletedTask : cursors.BeginAsync(all, ct));
                hasBegun = true;
                if (await cursors.TakeTurnAsync(source, ct))
                {
                    await PassAsync(source, all, ct);
                }
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                LogWaiting(log, source, (e as RpcException)?.Status.Detail ?? e.Message);
            }

            await Task.Delay(options.Value.Every, clock, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PassAsync(string source, Subscription[] all, CancellationToken ct)
    {
        try
        {
            foreach (var group in (await cursors.ReadAsync(all, ct)).Where(group => group.AgreesUntil is null))
            {
                await CatchUpAsync(source, group, ct);
            }
        }
        finally
        {
            await cursors.EndTurnAsync(source);
        }
    }

    private async Task CatchUpAsync(string source, Progress group, CancellationToken ct)
    {
        try
        {
            await ReadOnAsync(source, group, ct);
        }
        catch (RpcException e) when (e.Trailers.GetValue("problem-code") == "otherEpoch")
        {
            await cursors.StopAsync(group, e.Trailers.GetValue("agrees-until") ?? "", ct);
            LogRestored(log, source, e.Status.Detail);
        }
    }

    private async Task ReadOnAsync(string source, Progress group, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        // Who begins has all to read, and need not wait for what comes by the broker meanwhile.
        var until = group.Cursor.Length == 0 ? now : now - options.Value.Grace;
        var (taken, page) = (0, new List<FeedEvent>());
        using var call = Read(source, group, now + Deadline, ct);
        await foreach (var message in call.ResponseStream.ReadAllAsync(ct))
        {
            if (message.Id.Length > 0 && message.Time.ToDateTimeOffset() > until)
            {
                break;
            }

            page.Add(message);
            if (page.Count == PageSize)
            {
                await TakeInAsync(null);
            }
        }

        await TakeInAsync(now - options.Value.Grace);
        if (taken > 0)
        {
            LogTakenIn(log, source, taken);
        }

        async Task TakeInAsync(DateTimeOffset? completeUntil)
        {
            taken += await missed.TakeInAsync(page.FindAll(message => message.Id.Length > 0), group, ct);
            var cursor = page is [.., var last] ? last.Cursor : group.Cursor;
            if (!await cursors.AdvanceAsync(group, cursor, completeUntil, ct)
                || !await cursors.TakeTurnAsync(source, ct))
            {
                throw new InvalidOperationException("Another replica reads this feed now.");
            }

            group = group with { Cursor = cursor };
            page.Clear();
        }
    }

    private AsyncServerStreamingCall<FeedEvent> Read(
        string source, Progress group, DateTimeOffset deadline, CancellationToken ct)
    {
        // Asked all the time by everybody: nothing that an operator wants to see among the traces.
        using var quiet = SuppressInstrumentationScope.Begin();
        return new EventFeed.EventFeedClient(centres.To(source)).Read(
            new ReadRequest
            {
                After = group.Cursor,
                Types_ = { group.Subscriptions.Select(one => one.Type).Distinct() },
                Checkpoints = true,
            },
            deadline: deadline.UtcDateTime, cancellationToken: ct);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Taken} events of {Source} were taken in from its feed")]
    private static partial void LogTakenIn(ILogger logger, string source, int taken);

    [LoggerMessage(Level = LogLevel.Information, Message = "The feed of {Source} cannot be read yet: {Reason}")]
    private static partial void LogWaiting(ILogger logger, string source, string reason);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "{Source} was restored and has forgotten what this centre knows; its feed is not read on: {Reason}")]
    private static partial void LogRestored(ILogger logger, string source, string reason);
}
