namespace Technopark.Clusters.Data;

internal sealed class ClustersDb(DbContextOptions<ClustersDb> options) : CentreDb(options)
{
    public DbSet<Initiative> Initiatives => Set<Initiative>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<CompanyReplica> Companies => Set<CompanyReplica>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Who sees what, in every query: those who see all, and the company's owners.
        modelBuilder.Entity<CompanyReplica>().HasIndex(company => new { company.Name, company.Id });
        modelBuilder.Entity<CompanyReplica>().HasQueryFilter(company => Caller.SeesAll
            || company.OwnerIds.Contains(Caller.Owner));
        modelBuilder.Entity<Membership>().HasQueryFilter(membership => Caller.SeesAll
            || Companies.Any(company => company.Id == membership.CompanyId && company.OwnerIds.Contains(Caller.Owner)));
    }
}
