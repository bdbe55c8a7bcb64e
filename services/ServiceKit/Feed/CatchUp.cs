using System.Text;
using Grpc.Core;
using Technopark.Feed.V1;
using Technopark.ServiceKit.Messaging;

namespace Technopark.ServiceKit.Feed;

/// <summary>
/// Brings what happened before this service listened: for each event type heard for the first time it copies the feed
/// of its owner into the own queue, the one way of every message. The inbox drops what came by the broker too.
/// </summary>
internal sealed partial class CatchUp(
    SubscribedEvents heard, IServiceScopeFactory scopes, ServiceChannels centres, RabbitMqPublisher broker,
    Topology topology, CentreInfo centre, IConfiguration configuration,
    TimeProvider clock, ILogger<CatchUp> log) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan ConfirmTimeout = TimeSpan.FromSeconds(30);
    private const int ConfirmedTogether = 200;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var sources = heard.Types.GroupBy(EventTypes.ServiceOf)
            .Where(source => configuration.GetSection($"services:{source.Key}:grpc").Exists());
        await Task.WhenAll(
            sources.Select(source => FromAsync(source.Key, [.. source.Select(EventTypes.NameOf)], stoppingToken)));
    }

    private async Task FromAsync(string source, string[] types, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                var missing = await MissingAsync(types, ct);
                if (missing.Length > 0)
                {
                    await CopyAsync(source, missing, ct);
                }

                return;
            }
            catch (Exception e) when (!ct.IsCancellationRequested)
            {
                LogWaiting(log, source, e.Message);
                await Task.Delay(Patience, clock, ct);
            }
        }
    }

    private async Task<string[]> MissingAsync(string[] types, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var known = await scope.ServiceProvider.GetRequiredService<CentreDb>().Set<FeedCursor>().Select(row => row.Type)
            .ToListAsync(ct);
        return [.. types.Except(known)];
    }

    private async Task CopyAsync(string source, string[] types, CancellationToken ct)
    {
        // The queue must be bound first, or what is said between the copy and the binding would be missed.
        await topology.WhenBoundAsync(types, ct);
        var (copied, last, unconfirmed) = (0, types.ToDictionary(type => type, _ => ""), new List<Task>());
        using var call = new EventFeed.EventFeedClient(centres.To(source)).Read(
            new ReadRequest { Types_ = { types } }, deadline: (clock.GetUtcNow() + Deadline).UtcDateTime,
            cancellationToken: ct);
        await foreach (var message in call.ResponseStream.ReadAllAsync(ct))
        {
            if (!last.ContainsKey(message.Type))
            {
                throw new InvalidOperationException($"{source} gave {message.Type}, which it was not asked for.");
            }

            unconfirmed.Add(broker.SendAsync(centre.QueueOf(message.Type), EnvelopeOf(message), ct));
            last[message.Type] = message.Cursor;
            copied++;
            if (unconfirmed.Count == ConfirmedTogether)
            {
                await Task.WhenAll(unconfirmed).WaitAsync(ConfirmTimeout, clock, ct);
                unconfirmed.Clear();
            }
        }

        await Task.WhenAll(unconfirmed).WaitAsync(ConfirmTimeout, clock, ct);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CentreDb>();
        db.AddRange(last.Select(pair => new FeedCursor(pair.Key, pair.Value, clock.GetUtcNow())));
        await db.SaveChangesAsync(ct);
        LogCaughtUp(log, source, copied, types.Length);
    }

    private static EventRecord EnvelopeOf(FeedEvent message) => new(
        Guid.Parse(message.Id), message.Type, message.Subject, message.CompanyId, message.Time.ToDateTimeOffset(),
        message.CorrelationId, message.CausationId, message.Traceparent, Sequence: null,
        Encoding.UTF8.GetBytes(message.Data));

    [LoggerMessage(Level = LogLevel.Information, Message = "Caught up with {Source}: {Copied} events of {Types} types")]
    private static partial void LogCaughtUp(ILogger logger, string source, int copied, int types);

    [LoggerMessage(Level = LogLevel.Information, Message = "Cannot catch up with {Source} yet: {Reason}")]
    private static partial void LogWaiting(ILogger logger, string source, string reason);
}
