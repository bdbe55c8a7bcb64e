namespace Technopark.Registry.Data;

internal sealed class RegistryDb(DbContextOptions<RegistryDb> options) : CentreDb(options)
{
    public DbSet<Company> Companies => Set<Company>();

    public DbSet<PersonReplica> People => Set<PersonReplica>();

    public DbSet<Correction> Corrections => Set<Correction>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Who sees what, in every query: those who see all, and owners.
        modelBuilder.Entity<Company>()
            .HasQueryFilter(company => Caller.SeesAll || company.OwnerIds.Contains(Caller.Owner));
        modelBuilder.Entity<Correction>().HasQueryFilter(correction => Caller.SeesAll
            || Companies.Any(company => company.Id == correction.CompanyId));
    }
}
