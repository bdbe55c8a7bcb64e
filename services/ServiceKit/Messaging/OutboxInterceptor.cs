using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Technopark.ServiceKit.Audit;

namespace Technopark.ServiceKit.Messaging;

/// <summary>Puts raised events into the outbox and changes into the audit, of the same SaveChanges.</summary>
internal sealed class OutboxInterceptor(TimeProvider clock, OutboxSignal signal, AuditLog audit)
    : SaveChangesInterceptor
{
    /// <summary>Well below what the park's broker takes: 1 MiB.</summary>
    private const int DataAtMost = 256 * 1024;

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Stage((CentreDb)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        // Inside a transaction of the inbox the rows are not there yet: it wakes the publisher itself after its commit.
        if (eventData.Context!.Database.CurrentTransaction is null)
        {
            signal.Committed.Wake();
        }

        return ValueTask.FromResult(result);
    }

    /// <summary>Moves raised events and changes into rows, with the cause and the trace of this moment.</summary>
    /// <returns>Whether there were any.</returns>
    public bool Stage(CentreDb db)
    {
        // Roots are always added or loaded by name: nobody searches all that is tracked to find them.
        var detects = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        // Aggregates that did not change are the common case of a large unit of work: no list unless one did.
        List<EntityEntry<AggregateRoot>>? changed = null;
        foreach (var entry in db.ChangeTracker.Entries<AggregateRoot>())
        {
            if (entry.Entity.IsTouched)
            {
                (changed ??= []).Add(entry);
            }
        }

        foreach (var entry in changed ?? [])
        {
            var root = entry.Entity;
            db.AddRange(root.Raised.Select(message => RowOf(root, message, db.Causation)));
            entry.DetectChanges();
            NoteStatus(entry);
            if (audit.EntryOf(entry, db) is { } told)
            {
                db.Add(told);
            }

            root.ClearRaised();
        }

        db.ChangeTracker.AutoDetectChangesEnabled = detects;
        return changed is not null;
    }

    private void NoteStatus(EntityEntry<AggregateRoot> entry)
    {
        if (entry.Entity is StatefulRoot root
            && (entry.State == EntityState.Added || entry.Property(StatefulRoot.StatusName).IsModified))
        {
            entry.Property(nameof(StatefulRoot.StatusSince)).CurrentValue =
                entry.State == EntityState.Added ? root.CreatedAt : clock.GetUtcNow();
        }
    }

    private OutboxMessage RowOf(AggregateRoot root, IntegrationEvent message, CausationContext cause)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var data = JsonSerializer.Serialize<object>(message, ContractJson.Options);
        if (data.Length > DataAtMost)
        {
            throw new DomainException(
                Refusal.Invalid, "eventTooLarge",
                $"{EventTypes.NameOf(message.GetType())} would tell more than {DataAtMost} characters: make texts and "
                + $"lists shorter.");
        }

        return new OutboxMessage(
            id, EventTypes.NameOf(message.GetType()), root.Id, EventTypes.CompanyOf(message), now,
            cause.CorrelationId ?? id, cause.MessageId, CausationContext.Traceparent, data);
    }
}
