using Microsoft.EntityFrameworkCore;
using Technopark.Investment.Domain;
using Technopark.ServiceKit.Data;

namespace Technopark.Investment.Data;

internal sealed class InvestmentDb(DbContextOptions<InvestmentDb> options) : CentreDb(options)
{
    public DbSet<Investor> Investors => Set<Investor>();

    public DbSet<Issuer> Issuers => Set<Issuer>();

    public DbSet<Round> Rounds => Set<Round>();

    public DbSet<Commitment> Commitments => Set<Commitment>();

    public DbSet<Tranche> Tranches => Set<Tranche>();
}
