namespace Technopark.ServiceKit.Data;

/// <summary>One centre's database. One save is one transaction: rows, events, audit, a request's outcome.</summary>
public abstract class CentreDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Data source without a pool, for what lives in a session: lock and LISTEN.</summary>
    public const string Unpooled = "unpooled";

    // All that is kept beside what EF Core keeps, and forgets itself when the context goes back to its pool.
    private UnitOfWork _unitOfWork;

    /// <summary>For whom this unit of work is done: query filters ask it, and find nothing while nobody said.</summary>
    public Caller Caller => _unitOfWork.Caller ?? Caller.Anonymous;

    /// <summary>
    /// Every row of a kind, whoever asks: what rules count and look up. What is shown is read from the sets.
    /// </summary>
    public IQueryable<T> Every<T>() where T : class => Set<T>().IgnoreQueryFilters();

    /// <summary>Why the changes of this unit of work happen: a message, or nothing but the request itself.</summary>
    internal CausationContext Causation => _unitOfWork.Causation;

    /// <summary>Idempotency-Key of the request under way, if it creates something.</summary>
    internal IdempotencyKey? IdempotencyKey
    {
        get => _unitOfWork.IdempotencyKey;
        set => _unitOfWork = _unitOfWork with { IdempotencyKey = value };
    }

    /// <summary>Which of these things somebody would see.</summary>
    internal Task<IReadOnlySet<Guid>> SeenByAsync<TRoot>(
        Caller caller, Func<IQueryable<TRoot>, IQueryable<TRoot>> narrow, IEnumerable<Guid> ids, CancellationToken ct)
        where TRoot : AggregateRoot => AskAsync<IReadOnlySet<Guid>>(caller, async () =>
        {
            var seen = narrow(Set<TRoot>().AsNoTracking()).Where(root => ids.Contains(root.Id)).Select(root => root.Id);
            return (await seen.ToListAsync(ct)).ToHashSet();
        });

    /// <summary>Asks through somebody's eyes: query filters find what they would see.</summary>
    internal async Task<TResult> AskAsync<TResult>(Caller caller, Func<Task<TResult>> ask)
    {
        var asked = _unitOfWork;
        _unitOfWork = asked with { Caller = caller };
        try
        {
            return await ask();
        }
        finally
        {
            _unitOfWork = asked;
        }
    }

    /// <summary>Begins a unit of work; nothing of the one before is left.</summary>
    internal void BeginUnitOfWork(Caller caller, CausationContext cause) =>
        _unitOfWork = new UnitOfWork(caller, cause, null);

    /// <summary>For libraries that cannot wait. Events would be lost: they are saved with SaveChangesAsync.</summary>
    /// <exception cref="NotSupportedException">An aggregate was changed.</exception>
    public sealed override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        ChangeTracker.Entries<AggregateRoot>().Any(entry => entry.Entity.IsTouched)
            ? throw new NotSupportedException("Use SaveChangesAsync.") : base.SaveChanges(acceptAllChangesOnSuccess);

    public sealed override void Dispose()
    {
        _unitOfWork = default;
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    public sealed override ValueTask DisposeAsync()
    {
        _unitOfWork = default;
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<decimal>().HavePrecision(19, 4);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);
        var model = modelBuilder.Model;
        var (companies, people) = (
            model.FindEntityType(typeof(CompanyReplica)), model.FindEntityType(typeof(PersonReplica)));
        modelBuilder.ApplyConfigurationsFromAssembly(
            typeof(CentreDb).Assembly,
            map => (companies is not null || map != typeof(CompanyReplicaMap))
                && (people is not null || map != typeof(PersonReplicaMap)));
        modelBuilder.Entity<InboxMessage>();
        modelBuilder.Entity<FeedCursor>();
        modelBuilder.Entity<IdempotencyRecord>();
        var roots = modelBuilder.Model.GetEntityTypes().Where(type => type.ClrType.IsSubclassOf(typeof(AggregateRoot)));
        foreach (var root in roots.ToArray())
        {
            var entity = modelBuilder.Entity(root.ClrType);
            entity.Property(nameof(AggregateRoot.RowVersion)).IsRowVersion();
            entity.Property(nameof(AggregateRoot.Id)).ValueGeneratedNever();
            entity.Ignore(nameof(AggregateRoot.Raised)).Ignore(nameof(AggregateRoot.IsTouched))
                .Ignore(nameof(AggregateRoot.Admitted)).Ignore(nameof(AggregateRoot.Names))
                .Ignore(nameof(AggregateRoot.ReferredNames));
            if (root.ClrType.IsSubclassOf(typeof(StatefulRoot)))
            {
                // The default is for the version before, which does not know the column.
                entity.Property(nameof(StatefulRoot.StatusSince)).HasDefaultValueSql("now()");
                entity.HasIndex(StatefulRoot.StatusName, nameof(StatefulRoot.StatusSince), nameof(AggregateRoot.Id));
            }

            foreach (var sum in root.ClrType.GetProperties().Where(member => member.PropertyType == typeof(Money)))
            {
                var money = entity.ComplexProperty(typeof(Money), sum.Name);
                money.Property<string>(nameof(Money.Currency)).HasMaxLength(3);
            }
        }
    }

    private readonly record struct UnitOfWork(
        Caller? Caller, CausationContext Causation, IdempotencyKey? IdempotencyKey);
}
