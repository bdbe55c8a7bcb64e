namespace Technopark.ServiceKit.Data;

/// <summary>One centre's database. One save is one transaction: rows, events, audit, a request's outcome.</summary>
public abstract class CentreDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Data source without a pool, for what lives in a session: lock and LISTEN.</summary>
    public const string Unpooled = "unpooled";

    /// <summary>For whom this unit of work is done: query filters ask it, and find nothing while nobody said.</summary>
    public Caller Caller { get; private set; } = Caller.Anonymous;

    /// <summary>Why the changes of this unit of work happen: a message, or nothing but the request itself.</summary>
    internal CausationContext Causation { get; private set; }

    /// <summary>Idempotency-Key of the request under way, if it creates something.</summary>
    internal IdempotencyKey? IdempotencyKey { get; set; }

    /// <summary>Begins a unit of work; contexts are pooled, so the one before is still remembered here.</summary>
    internal void BeginUnitOfWork(Caller caller, CausationContext cause) => (Caller, Causation) = (caller, cause);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        configurationBuilder.Properties<decimal>().HavePrecision(19, 4);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);
        var knowsCompanies = modelBuilder.Model.FindEntityType(typeof(CompanyReplica)) is not null;
        modelBuilder.ApplyConfigurationsFromAssembly(
            typeof(CentreDb).Assembly, map => knowsCompanies || map != typeof(CompanyReplicaMap));
        modelBuilder.Entity<InboxMessage>();
        modelBuilder.Entity<FeedCursor>();
        modelBuilder.Entity<IdempotencyRecord>();
        var roots = modelBuilder.Model.GetEntityTypes().Where(type => type.ClrType.IsSubclassOf(typeof(AggregateRoot)));
        foreach (var root in roots.ToArray())
        {
            var entity = modelBuilder.Entity(root.ClrType);
            entity.Property(nameof(AggregateRoot.RowVersion)).IsRowVersion();
            entity.Property(nameof(AggregateRoot.Id)).ValueGeneratedNever();
            entity.Ignore(nameof(AggregateRoot.Raised)).Ignore(nameof(AggregateRoot.IsTouched));
            foreach (var sum in root.ClrType.GetProperties().Where(member => member.PropertyType == typeof(Money)))
            {
                var money = entity.ComplexProperty(typeof(Money), sum.Name);
                money.Property<string>(nameof(Money.Currency)).HasMaxLength(3);
            }
        }
    }
}
