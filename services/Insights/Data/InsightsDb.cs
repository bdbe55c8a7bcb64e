using Microsoft.EntityFrameworkCore;
using Technopark.Insights.Domain;
using Technopark.ServiceKit.Access;
using Technopark.ServiceKit.Data;

namespace Technopark.Insights.Data;

internal sealed class InsightsDb(DbContextOptions<InsightsDb> options) : CentreDb(options)
{
    public DbSet<Company> Companies => Set<Company>();

    public DbSet<Residency> Residencies => Set<Residency>();

    public DbSet<Tranche> Tranches => Set<Tranche>();

    public DbSet<CountedTranche> CountedTranches => Set<CountedTranche>();

    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();

    public DbSet<TimelineMention> Mentions => Set<TimelineMention>();

    public DbSet<CompanyOwners> Owners => Set<CompanyOwners>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Who sees what, in every query: those who see all, and the company's owners.
        modelBuilder.Entity<Company>().HasQueryFilter(company => Caller.SeesAll
            || Owners.Any(owned => owned.CompanyId == company.Id && owned.OwnerIds.Contains(Caller.Owner)));
        modelBuilder.Entity<TimelineMention>().HasQueryFilter(mention => Caller.SeesAll
            || Owners.Any(owned => owned.CompanyId == mention.CompanyId && owned.OwnerIds.Contains(Caller.Owner)));
    }
}
