using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Technopark.ServiceKit.Messaging;

/// <summary>
/// Gives each message its effects exactly once: message id, effects and raised events are one transaction, and a
/// message whose id is there has no effect. What arrives during a commit is committed together with the next one; when
/// that fails, each goes alone, so that a bad one hurts only itself.
/// </summary>
internal sealed partial class Inbox(
    IServiceScopeFactory scopes, OutboxInterceptor outbox, OutboxSignal signal, CentreInfo centre, TimeProvider clock,
        ILogger<Inbox> log) : BackgroundService
{
    private const int GroupAtMost = 200;

    private readonly Channel<InboxDelivery> _arrived =
        Channel.CreateUnbounded<InboxDelivery>(new() { SingleReader = true });
    private readonly Queue<InboxDelivery> _heldBack = new();

    /// <summary>Completes when the message's effects are committed, or had been before.</summary>
    public Task DeliverAsync(InboxDelivery delivery)
    {
        if (!_arrived.Writer.TryWrite(delivery))
        {
            throw new OperationCanceledException("The service is stopping; the message stays with the broker.");
        }

        return delivery.Done;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (_heldBack.Count > 0 || await _arrived.Reader.WaitToReadAsync(stoppingToken))
            {
                await CommitAsync(NextGroup(), stoppingToken);
            }
        }
        finally
        {
            _arrived.Writer.TryComplete();
            while (_heldBack.TryDequeue(out var held) || _arrived.Reader.TryRead(out held))
            {
                held.Fail(
                    new OperationCanceledException("The service is stopping; the message stays with the broker."));
            }
        }
    }

    private List<InboxDelivery> NextGroup()
    {
        var group = new List<InboxDelivery>();
        var keys = new HashSet<string>();
        for (var held = _heldBack.Count; held > 0; held--)
        {
            Place(_heldBack.Dequeue());
        }

        while (group.Count < GroupAtMost && _arrived.Reader.TryRead(out var arrived))
        {
            Place(arrived);
        }

        return group;

        void Place(InboxDelivery delivery)
        {
            if (group.Count < GroupAtMost && keys.Add(delivery.Key))
            {
                group.Add(delivery);
            }
            else
            {
                _heldBack.Enqueue(delivery);
            }
        }
    }

    private async Task CommitAsync(List<InboxDelivery> group, CancellationToken ct)
    {
        if (group.Count > 1)
        {
            try
            {
                await CommitTogetherAsync(group, ct);
                return;
            }
            catch (Exception e)
            {
                LogGroupFailed(log, group.Count, e.Message);
            }
        }

        foreach (var delivery in group)
        {
            try
            {
                await CommitTogetherAsync([delivery], ct);
            }
            catch (Exception e)
            {
                delivery.Fail(e);
            }
        }
    }

    private async Task CommitTogetherAsync(List<InboxDelivery> group, CancellationToken ct)
    {
        Activity.Current = group[0].Activity;
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CentreDb>();
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var fresh = await RememberAsync(db, group, ct);
        foreach (var delivery in group.Where(delivery => fresh.Contains(delivery.MessageId)))
        {
            // A message delivered twice within one group has its effects once.
            fresh.Remove(delivery.MessageId);
            Activity.Current = delivery.Activity;
            db.BeginUnitOfWork(Caller.System, delivery.Causation);
            await delivery.HandleAsync(scope.ServiceProvider);
            outbox.Stage(db);
        }

        Activity.Current = group[0].Activity;
        using (var commit = group.Count > 1 ? StartCommit(group) : null)
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        db.BeginUnitOfWork(Caller.Anonymous, default);
        signal.Wake();
        MessagingMetrics.Consumed.Add(group.Count);
        group.ForEach(delivery => delivery.Succeed());
    }

    /// <returns>Ids of the messages that were not there before.</returns>
    private async Task<HashSet<Guid>> RememberAsync(CentreDb db, List<InboxDelivery> group, CancellationToken ct)
    {
        await using var insert = new NpgsqlCommand(
            """
            insert into inbox (message_id, endpoint, received_at) select unnest($1), $2, $3
            on conflict do nothing returning message_id
            """,
            (NpgsqlConnection)db.Database.GetDbConnection(),
            (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction());
        insert.Parameters.Add(new() { Value = group.Select(delivery => delivery.MessageId).Distinct().ToArray() });
        insert.Parameters.Add(new() { Value = centre.Endpoint });
        insert.Parameters.Add(new() { Value = clock.GetUtcNow() });
        var fresh = new HashSet<Guid>();
        await using var reader = await insert.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            fresh.Add(reader.GetGuid(0));
        }

        MessagingMetrics.Duplicates.Add(group.Count - fresh.Count);
        return fresh;
    }

    private static Activity? StartCommit(List<InboxDelivery> group) => MessagingMetrics.Activities.StartActivity(
        $"inbox commit of {group.Count}", ActivityKind.Internal, group[0].Activity?.Context ?? default,
        links: group.Skip(1).Where(delivery => delivery.Activity is not null)
            .Select(delivery => new ActivityLink(delivery.Activity!.Context)));

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "{Count} messages could not be committed together, each goes alone: {Reason}")]
    private static partial void LogGroupFailed(ILogger logger, int count, string reason);
}
