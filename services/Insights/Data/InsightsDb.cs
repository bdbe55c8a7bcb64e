using Microsoft.EntityFrameworkCore;
using Technopark.Insights.Domain;
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
}
