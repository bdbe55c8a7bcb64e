using Microsoft.EntityFrameworkCore;
using Technopark.Clusters.Domain;
using Technopark.ServiceKit.Data;

namespace Technopark.Clusters.Data;

internal sealed class ClustersDb(DbContextOptions<ClustersDb> options) : CentreDb(options)
{
    public DbSet<Initiative> Initiatives => Set<Initiative>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<KnownCompany> Companies => Set<KnownCompany>();
}
