using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Technopark.ServiceKit.Messaging;

/// <summary>
/// Gives each message its effects exactly once: message id, effects and raised events are one transaction, and what a
/// handler has had by its id has no effect. What arrives during a commit is committed together with the next one. When
/// that fails the bad one is left out, or looked for by halves; from then on it goes alone, beside the others.
/// </summary>
internal sealed partial class Inbox(
    IServiceScopeFactory scopes, OutboxInterceptor outbox, OutboxSignal signal, CentreInfo centre, TimeProvider clock,
        ILogger<Inbox> log) : BackgroundService
{
    private const int GroupAtMost = 200;

    // The version before keeps one row per message, under the endpoint's name, for all handlers that it has. While it
    // may run beside, those handlers go by that row: of two who insert it at once, one waits and has no effect.
    private const string RememberSql = """
        with told as (
            select id, handler, company, exists (select from handler_cursor known where known.handler = given.handler
                and upgraded) as upgraded
            from unnest($1, $2, $5) as given (id, handler, company)),
        before as (
            insert into inbox (message_id, endpoint, received_at)
            select distinct id, $4, $3 from told where upgraded order by id
            on conflict do nothing returning message_id),
        fresh as (
            insert into inbox (message_id, endpoint, received_at)
            select id, handler, $3 from told where not upgraded or id in (select message_id from before)
            order by id, handler
            on conflict do nothing returning message_id, endpoint)
        select message_id, endpoint, erased_company.id is not null
        from fresh join told on told.id = message_id and told.handler = endpoint
        left join erased_company on erased_company.id = told.company
        """;

    private readonly Channel<InboxDelivery> _arrived =
        Channel.CreateUnbounded<InboxDelivery>(new() { SingleReader = true });
    private readonly Channel<InboxDelivery> _retried =
        Channel.CreateUnbounded<InboxDelivery>(new() { SingleReader = true });
    private readonly Queue<InboxDelivery> _heldBack = new();

    /// <summary>Completes when the message's effects are committed, or had been before.</summary>
    public Task DeliverAsync(InboxDelivery delivery)
    {
        if (!(delivery.IsRetried ? _retried : _arrived).Writer.TryWrite(delivery))
        {
            throw new OperationCanceledException("The service is stopping; the message stays with the broker.");
        }

        return delivery.Done;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(CommitArrivedAsync(stoppingToken), CommitRetriedAsync(stoppingToken));
        }
        finally
        {
            _arrived.Writer.TryComplete();
            _retried.Writer.TryComplete();
            while (_heldBack.TryDequeue(out var left) || _arrived.Reader.TryRead(out left)
                || _retried.Reader.TryRead(out left))
            {
                left.Fail(
                    new OperationCanceledException("The service is stopping; the message stays with the broker."));
            }
        }
    }

    private async Task CommitArrivedAsync(CancellationToken ct)
    {
        while (_heldBack.Count > 0 || await _arrived.Reader.WaitToReadAsync(ct))
        {
            await CommitAsync(NextGroup(), ct);
        }
    }

    private async Task CommitRetriedAsync(CancellationToken ct)
    {
        await foreach (var delivery in _retried.Reader.ReadAllAsync(ct))
        {
            await CommitAsync([delivery], ct);
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
        try
        {
            await CommitTogetherAsync(group, ct);
        }
        catch (Exception e)
        {
            var left = group.FindAll(delivery => !delivery.Done.IsCompleted);
            if (group.Count == 1 || ct.IsCancellationRequested || DatabaseProblems.IsAway(e))
            {
                left.ForEach(delivery => delivery.Fail(e));
                return;
            }

            LogGroupFailed(log, group.Count, e.Message);
            foreach (var half in left.Chunk(Math.Max(1, (left.Count + 1) / 2)))
            {
                await CommitAsync([.. half], ct);
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
        var (fresh, wordless) = await RememberAsync(db, group, ct);
        var hasRaised = false;
        foreach (var delivery in group)
        {
            // A message delivered twice within one group has its effects once.
            var handlers = delivery.Handlers.Where(name => fresh.Remove((delivery.MessageId, name))).ToHashSet();
            if (handlers.Count == 0)
            {
                MessagingMetrics.Duplicates.Add(1);
                continue;
            }

            Activity.Current = delivery.Activity;
            db.BeginUnitOfWork(Caller.System, delivery.Causation);
            delivery.IsWordless = wordless.Contains(delivery.MessageId);
            hasRaised |= await HandleAsync(delivery, handlers, db, scope.ServiceProvider);
        }

        Activity.Current = group[0].Activity;
        using (var commit = group.Count > 1 ? StartCommit(group) : null)
        {
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }

        if (hasRaised)
        {
            signal.Committed.Wake();
        }

        MessagingMetrics.Consumed.Add(group.Count);
        group.ForEach(delivery => delivery.Succeed());
    }

    /// <summary>A handler that throws has told which message is bad: the others go on without it.</summary>
    /// <returns>Whether it raised events.</returns>
    private async Task<bool> HandleAsync(
        InboxDelivery delivery, HashSet<string> handlers, CentreDb db, IServiceProvider services)
    {
        try
        {
            await delivery.HandleAsync(services, handlers);
            return outbox.Stage(db);
        }
        catch (Exception e) when (!DatabaseProblems.IsAway(e))
        {
            delivery.Fail(e);
            throw;
        }
    }

    /// <returns>
    /// Which handlers have not had which messages before, and which of these are about a company that was erased.
    /// </returns>
    private async Task<(HashSet<(Guid Message, string Handler)> Fresh, HashSet<Guid> Wordless)> RememberAsync(
        CentreDb db, List<InboxDelivery> group, CancellationToken ct)
    {
        var told = group.SelectMany(
            delivery => delivery.Handlers.Select(name => (delivery.MessageId, name, delivery.Company))).ToArray();
        await using var insert = new NpgsqlCommand(
            RememberSql, (NpgsqlConnection)db.Database.GetDbConnection(),
            (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction())
            .With(
                told.Select(pair => pair.MessageId).ToArray(), told.Select(pair => pair.name).ToArray(),
                clock.GetUtcNow(), centre.Endpoint, told.Select(pair => pair.Company).ToArray());
        var (fresh, wordless) = (new HashSet<(Guid, string)>(), new HashSet<Guid>());
        await using var reader = await insert.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            fresh.Add((reader.GetGuid(0), reader.GetString(1)));
            if (reader.GetBoolean(2))
            {
                wordless.Add(reader.GetGuid(0));
            }
        }

        return (fresh, wordless);
    }

    private static Activity? StartCommit(List<InboxDelivery> group) => MessagingMetrics.Activities.StartActivity(
        $"inbox commit of {group.Count}", ActivityKind.Internal, group[0].Activity?.Context ?? default,
        links: group.Skip(1).Where(delivery => delivery.Activity is not null)
            .Select(delivery => new ActivityLink(delivery.Activity!.Context)));

    [LoggerMessage(Level = LogLevel.Warning,
        Message = "{Count} messages could not be committed together: {Reason}")]
    private static partial void LogGroupFailed(ILogger logger, int count, string reason);
}
