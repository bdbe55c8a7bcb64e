using Microsoft.EntityFrameworkCore;
using Technopark.Networking.Domain;
using Technopark.ServiceKit.Data;

namespace Technopark.Networking.Data;

internal sealed class NetworkingDb(DbContextOptions<NetworkingDb> options) : CentreDb(options)
{
    public DbSet<KnownCompany> Companies => Set<KnownCompany>();

    public DbSet<Offer> Offers => Set<Offer>();

    public DbSet<Interest> Interests => Set<Interest>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasPostgresExtension(NoDoubleBooking.Extension);
    }
}
