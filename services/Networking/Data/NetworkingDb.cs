using Microsoft.EntityFrameworkCore;
using Technopark.Networking.Domain;
using Technopark.ServiceDefaults;
using Technopark.ServiceKit.Access;
using Technopark.ServiceKit.Data;

namespace Technopark.Networking.Data;

internal sealed class NetworkingDb(DbContextOptions<NetworkingDb> options) : CentreDb(options)
{
    public DbSet<KnownCompany> Companies => Set<KnownCompany>();

    public DbSet<Offer> Offers => Set<Offer>();

    public DbSet<Interest> Interests => Set<Interest>();

    public DbSet<CompanyOwners> Owners => Set<CompanyOwners>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasPostgresExtension(NoDoubleBooking.Extension);

        // Who sees what, in every query: those who see all, the owners of a company on either side, and all members what is public here.
        modelBuilder.Entity<KnownCompany>().HasQueryFilter(company => Caller.SeesAll
            || (Caller.SeesOpen && company.Status == KnownCompanyStatus.Verified)
            || Owners.Any(owned => owned.CompanyId == company.Id && owned.OwnerIds.Contains(Caller.Owner)));
        modelBuilder.Entity<Offer>().HasQueryFilter(offer => Caller.SeesAll
            || (Caller.SeesOpen && offer.Status == OfferStatus.Published)
            || Owners.Any(owned => owned.CompanyId == offer.CompanyId && owned.OwnerIds.Contains(Caller.Owner)));
        modelBuilder.Entity<Interest>().HasQueryFilter(interest => Caller.SeesAll || Owners.Any(
            owned => (owned.CompanyId == interest.CompanyId || owned.CompanyId == interest.OfferCompanyId)
                && owned.OwnerIds.Contains(Caller.Owner)));
        modelBuilder.Entity<Meeting>().HasQueryFilter(meeting => Caller.SeesAll || Owners.Any(
            owned => (owned.CompanyId == meeting.CompanyId || owned.CompanyId == meeting.GuestCompanyId)
                && owned.OwnerIds.Contains(Caller.Owner)));
    }

    /// <summary>Refuses with 403 who does not act for a company that they may know of.</summary>
    public async Task RequireActingForAsync(Guid companyId, CancellationToken ct)
    {
        if (!Caller.SeesAll && !await Owners.AnyAsync(owned => owned.CompanyId == companyId && owned.OwnerIds.Contains(Caller.Owner), ct))
        {
            throw new ProblemException(ProblemKind.Forbidden, "notYourCompany", "Only those who act for the company do this.");
        }
    }
}
