namespace Technopark.Investment.Data;

internal sealed class InvestmentDb(DbContextOptions<InvestmentDb> options) : CentreDb(options)
{
    public DbSet<Investor> Investors => Set<Investor>();

    public DbSet<Issuer> Issuers => Set<Issuer>();

    public DbSet<Round> Rounds => Set<Round>();

    public DbSet<Commitment> Commitments => Set<Commitment>();

    public DbSet<Tranche> Tranches => Set<Tranche>();

    public DbSet<CompanyReplica> Companies => Set<CompanyReplica>();

    /// <summary>
    /// Who sees what, in every query: those who see all, the company's owners, investors what is theirs and rounds that
    /// are open. Who has withdrawn has no part in a round any more.
    /// </summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Issuer>().HasQueryFilter(issuer => Caller.SeesAll
            || Companies.Any(company => company.Id == issuer.Id && company.OwnerIds.Contains(Caller.Owner)));
        modelBuilder.Entity<Investor>().HasQueryFilter(investor => Caller.SeesAll
            || (Caller.SeesOpen && investor.OwnerId == null)
            || (Caller.Is(Roles.Investor) && investor.OwnerId == Caller.Id));
        modelBuilder.Entity<Commitment>().HasQueryFilter(commitment => Caller.SeesAll
            || (Caller.Is(Roles.Founder)
                && Companies.Any(
                    company => company.Id == commitment.CompanyId && company.OwnerIds.Contains(Caller.Owner)))
            || (Caller.Is(Roles.Investor) && commitment.MadeBy == Caller.Id));
        modelBuilder.Entity<Round>().HasQueryFilter(round => Caller.SeesAll
            || (Caller.SeesOpen && round.Status == RoundStatus.Open)
            || (Caller.Is(Roles.Founder)
                && Companies.Any(company => company.Id == round.CompanyId && company.OwnerIds.Contains(Caller.Owner)))
            || (Caller.Is(Roles.Investor)
                && Commitments.Any(commitment => commitment.RoundId == round.Id && commitment.MadeBy == Caller.Id
                    && commitment.Status != CommitmentStatus.Withdrawn)));
        modelBuilder.Entity<Tranche>().HasQueryFilter(tranche => Caller.SeesAll
            || (Caller.Is(Roles.Founder)
                && Companies.Any(company => company.Id == tranche.CompanyId && company.OwnerIds.Contains(Caller.Owner)))
            || (Caller.Is(Roles.Investor)
                && Commitments.Any(
                    commitment => commitment.Id == tranche.CommitmentId && commitment.MadeBy == Caller.Id)));
    }
}
