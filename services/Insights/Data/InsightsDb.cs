namespace Technopark.Insights.Data;

internal sealed class InsightsDb(DbContextOptions<InsightsDb> options) : CentreDb(options)
{
    public DbSet<CompanyReplica> Companies => Set<CompanyReplica>();

    public DbSet<Residency> Residencies => Set<Residency>();

    public DbSet<Tranche> Tranches => Set<Tranche>();

    public DbSet<CountedTranche> CountedTranches => Set<CountedTranche>();

    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();

    public DbSet<TimelineMention> Mentions => Set<TimelineMention>();

    /// <summary>
    /// True where an event has told of the company, whoever said it: every answer about companies agrees on it.
    /// </summary>
    public async Task<bool> IsKnownAsync(Guid companyId, CancellationToken ct) =>
        await Companies.AnyAsync(company => company.Id == companyId, ct)
        || await Mentions.AnyAsync(mention => mention.CompanyId == companyId, ct);

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Who sees what, in every query: those who see all, and the company's owners.
        modelBuilder.Entity<CompanyReplica>().HasQueryFilter(company => Caller.SeesAll
            || company.OwnerIds.Contains(Caller.Owner));
        modelBuilder.Entity<TimelineMention>().HasQueryFilter(mention => Caller.SeesAll
            || Companies.Any(company => company.Id == mention.CompanyId && company.OwnerIds.Contains(Caller.Owner)));
    }
}
