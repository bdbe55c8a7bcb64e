namespace Technopark.ServiceKit.Domain;

/// <summary>A thing loaded, changed by one method and saved in one transaction, with the events it raised.</summary>
public abstract class AggregateRoot
{
    private readonly List<IntegrationEvent> _raised = [];

    /// <summary>UUIDv7, given at creation from the clock.</summary>
    public Guid Id { get; protected init; }

    /// <summary>Instant of creation, UTC; with <see cref="Id"/> it is the order of lists.</summary>
    public DateTimeOffset CreatedAt { get; protected init; }

    /// <summary>Counts the changes, from 1. Events carry it: a projection tells old from new by it.</summary>
    public long Version { get; private set; }

    /// <summary>PostgreSQL's xmin of the row: what ETags begin with, and the guard against lost updates.</summary>
    public uint RowVersion { get; private set; }

    /// <summary>Events raised and not yet in the outbox.</summary>
    internal IReadOnlyList<IntegrationEvent> Raised => _raised;

    /// <summary>Changed and not yet in the audit.</summary>
    internal bool IsTouched { get; private set; }

    /// <summary>Steps that who asks may take with it, by the words of their routes; null where nobody asks.</summary>
    internal IReadOnlySet<string>? Admitted { get; set; }

    /// <summary>Of the people whose ids it shows, by id; null where it is not about to be shown.</summary>
    internal IReadOnlyDictionary<Guid, string>? Names { get; set; }

    /// <summary>What the things are called to which it refers, by their ids; null where nobody asks.</summary>
    internal IReadOnlyDictionary<Guid, string?>? ReferredNames { get; set; }

    /// <summary>All that it raised is in the outbox, and its change in the audit.</summary>
    internal void ClearRaised()
    {
        _raised.Clear();
        IsTouched = false;
    }

    /// <summary>Counts a change that no other service needs to know.</summary>
    protected internal void Touch()
    {
        Version++;
        IsTouched = true;
    }

    /// <summary>Counts a change and says it to the chain when it is saved.</summary>
    protected void Raise(IntegrationEvent message)
    {
        Touch();
        _raised.Add(message with { Version = Version });
    }
}
