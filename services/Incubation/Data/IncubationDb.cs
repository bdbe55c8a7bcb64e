namespace Technopark.Incubation.Data;

internal sealed class IncubationDb(DbContextOptions<IncubationDb> options) : CentreDb(options)
{
    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<Call> Calls => Set<Call>();

    public DbSet<Application> Applications => Set<Application>();

    public DbSet<Residency> Residencies => Set<Residency>();

    public DbSet<PersonReplica> People => Set<PersonReplica>();

    public DbSet<CompanyReplica> Companies => Set<CompanyReplica>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Who sees what, in every query: those who see all, the company's owners, and an expert what was assigned to
        // them.
        modelBuilder.Entity<CompanyReplica>().HasQueryFilter(company => Caller.SeesAll
            || company.OwnerIds.Contains(Caller.Owner));
        modelBuilder.Entity<Application>().HasQueryFilter(application => Caller.SeesAll
            || (Caller.Is(Roles.Founder)
                && Companies.Any(
                    company => company.Id == application.CompanyId && company.OwnerIds.Contains(Caller.Owner)))
            || (Caller.Is(Roles.Expert) && application.ReviewerIds.Contains(Caller.Owner)));
        modelBuilder.Entity<Residency>().HasQueryFilter(residency => Caller.SeesAll
            || Companies.Any(company => company.Id == residency.CompanyId && company.OwnerIds.Contains(Caller.Owner)));
    }
}
