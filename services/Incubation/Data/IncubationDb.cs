using Microsoft.EntityFrameworkCore;
using Technopark.Incubation.Domain;
using Technopark.ServiceDefaults;
using Technopark.ServiceKit.Access;
using Technopark.ServiceKit.Data;

namespace Technopark.Incubation.Data;

internal sealed class IncubationDb(DbContextOptions<IncubationDb> options) : CentreDb(options)
{
    public DbSet<Programme> Programmes => Set<Programme>();

    public DbSet<Call> Calls => Set<Call>();

    public DbSet<Application> Applications => Set<Application>();

    public DbSet<Residency> Residencies => Set<Residency>();

    public DbSet<KnownCompany> Companies => Set<KnownCompany>();

    public DbSet<CompanyOwners> Owners => Set<CompanyOwners>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Who sees what, in every query: those who see all, the company's owners, and an expert what was assigned to them.
        modelBuilder.Entity<KnownCompany>().HasQueryFilter(company => Caller.SeesAll
            || Owners.Any(owned => owned.CompanyId == company.Id && owned.OwnerIds.Contains(Caller.Owner)));
        modelBuilder.Entity<Application>().HasQueryFilter(application => Caller.SeesAll
            || (Caller.Is(Roles.Founder)
                && Owners.Any(owned => owned.CompanyId == application.CompanyId && owned.OwnerIds.Contains(Caller.Owner)))
            || (Caller.Is(Roles.Expert) && application.ReviewerIds.Contains(Caller.Owner)));
        modelBuilder.Entity<Residency>().HasQueryFilter(residency => Caller.SeesAll
            || Owners.Any(owned => owned.CompanyId == residency.CompanyId && owned.OwnerIds.Contains(Caller.Owner)));
    }

    /// <summary>The programme, which nobody else can lock until this transaction ends: seats are counted under it.</summary>
    public Task<Programme> LockProgrammeAsync(Guid id, CancellationToken ct) => Programmes
        .FromSql($"select *, xmin from programmes where id = {id} for no key update")
        .AsNoTracking().SingleAsync(ct);

    /// <summary>The company, whose status nobody can change until this transaction ends; null where it is not known.</summary>
    public Task<KnownCompany?> ShareCompanyAsync(Guid id, CancellationToken ct) => Companies
        .FromSql($"select * from companies where id = {id} for share")
        .AsNoTracking().SingleOrDefaultAsync(ct);

    /// <summary>The company, to change its status; null where it is not known.</summary>
    public Task<KnownCompany?> LockCompanyAsync(Guid id, CancellationToken ct) => Companies
        .FromSql($"select * from companies where id = {id} for no key update")
        .SingleOrDefaultAsync(ct);
}
