namespace Technopark.Networking.Data;

internal sealed class NetworkingDb(DbContextOptions<NetworkingDb> options) : CentreDb(options)
{
    public DbSet<CompanyReplica> Companies => Set<CompanyReplica>();

    public DbSet<Offer> Offers => Set<Offer>();

    public DbSet<Interest> Interests => Set<Interest>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.HasPostgresExtension(NoDoubleBooking.Extension);

        // Who sees what, in every query: those who see all, the owners of a company on either side, and all members
        // what is public here. The host of an interest knows of it once the park has passed it on.
        modelBuilder.Entity<CompanyReplica>().HasIndex(company => new { company.Status, company.Name, company.Id });
        modelBuilder.Entity<CompanyReplica>().HasQueryFilter(company => Caller.SeesAll
            || (Caller.SeesOpen && company.Status == CompanyReplicaStatus.Verified)
            || company.OwnerIds.Contains(Caller.Owner));
        modelBuilder.Entity<Offer>().HasQueryFilter(offer => Caller.SeesAll
            || (Caller.SeesOpen && offer.Status == OfferStatus.Published)
            || Companies.Any(company => company.Id == offer.CompanyId && company.OwnerIds.Contains(Caller.Owner)));
        modelBuilder.Entity<Interest>().HasQueryFilter(interest => Caller.SeesAll || Companies.Any(
            company => (company.Id == interest.CompanyId || (company.Id == interest.OfferCompanyId
                    && (interest.ForwardedAt != null || InterestStates.Known.Contains(interest.Status))))
                && company.OwnerIds.Contains(Caller.Owner)));
        modelBuilder.Entity<Meeting>().HasQueryFilter(meeting => Caller.SeesAll || Companies.Any(
            company => (company.Id == meeting.CompanyId || company.Id == meeting.GuestCompanyId)
                && company.OwnerIds.Contains(Caller.Owner)));
    }

    /// <summary>Of these interests those in offers of a company that the caller acts for: who accepts them.</summary>
    public static IQueryable<Interest> OfHost(CentreDb db, IQueryable<Interest> interests) =>
        interests.Where(interest => db.Set<CompanyReplica>().Any(company =>
            company.Id == interest.OfferCompanyId && company.OwnerIds.Contains(db.Caller.Owner)));

    /// <summary>Refuses with 403 who does not act for a company that they may know of.</summary>
    public async Task RequireActingForAsync(Guid companyId, CancellationToken ct)
    {
        if (!Caller.SeesAll && !await Companies.AnyAsync(company => company.Id == companyId
            && company.OwnerIds.Contains(Caller.Owner), ct))
        {
            throw new ProblemException(
                ProblemKind.Forbidden, "notYourCompany", "Only those who act for the company do this.");
        }
    }
}
