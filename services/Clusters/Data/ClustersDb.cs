using Microsoft.EntityFrameworkCore;
using Technopark.Clusters.Domain;
using Technopark.ServiceKit.Access;
using Technopark.ServiceKit.Data;

namespace Technopark.Clusters.Data;

internal sealed class ClustersDb(DbContextOptions<ClustersDb> options) : CentreDb(options)
{
    public DbSet<Initiative> Initiatives => Set<Initiative>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<KnownCompany> Companies => Set<KnownCompany>();

    public DbSet<CompanyOwners> Owners => Set<CompanyOwners>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);

        // Who sees what, in every query: those who see all, and the company's owners.
        modelBuilder.Entity<KnownCompany>().HasQueryFilter(company => Caller.SeesAll
            || Owners.Any(owned => owned.CompanyId == company.Id && owned.OwnerIds.Contains(Caller.Owner)));
        modelBuilder.Entity<Membership>().HasQueryFilter(membership => Caller.SeesAll
            || Owners.Any(owned => owned.CompanyId == membership.CompanyId && owned.OwnerIds.Contains(Caller.Owner)));
    }
}
