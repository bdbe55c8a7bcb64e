using System.Text.Json;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Technopark.Contracts;
using Technopark.ServiceKit.Domain;
using Technopark.ServiceKit.Messaging;

namespace Technopark.ServiceKit.Data;

/// <summary>Puts what the aggregates raised into the outbox of the same SaveChanges, and wakes the relay once it is committed.</summary>
internal sealed class OutboxInterceptor(TimeProvider clock, RelaySignal signal) : SaveChangesInterceptor
{
    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Stage((CentreDb)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        // Inside a transaction of the inbox the rows are not there yet: it wakes the relay itself after its commit.
        if (eventData.Context!.Database.CurrentTransaction is null)
        {
            signal.Wake();
        }

        return ValueTask.FromResult(result);
    }

    /// <summary>Moves raised events into outbox rows, with the cause and the trace of this moment.</summary>
    public void Stage(CentreDb db)
    {
        // Roots are always added or loaded by name: nobody needs to search all that is tracked for changes to find them.
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        // Aggregates that raise nothing are the common case of a large unit of work: no list unless one does.
        List<AggregateRoot>? raisers = null;
        foreach (var entry in db.ChangeTracker.Entries<AggregateRoot>())
        {
            if (entry.Entity.Raised.Count > 0)
            {
                (raisers ??= []).Add(entry.Entity);
            }
        }

        db.ChangeTracker.AutoDetectChangesEnabled = detects;
        foreach (var root in raisers ?? [])
        {
            db.AddRange(root.Raised.Select(fact => RowOf(root, fact, db.Cause)));
            root.ClearRaised();
        }
    }

    private OutboxMessage RowOf(AggregateRoot root, ChainEvent fact, Cause cause)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        return new OutboxMessage
        {
            Id = id,
            Type = EventTypes.NameOf(fact.GetType()),
            Subject = root.Id,
            CompanyId = EventTypes.CompanyOf(fact),
            Time = now,
            CorrelationId = cause.CorrelationId ?? id,
            CausationId = cause.MessageId,
            Traceparent = Cause.Traceparent,
            Data = JsonSerializer.Serialize<object>(fact, ContractJson.Options),
        };
    }
}
