using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Technopark.ServiceKit.Data;

/// <summary>Maps companies in every centre whose context has a set of them.</summary>
internal sealed class CompanyReplicaMap : IEntityTypeConfiguration<CompanyReplica>
{
    public void Configure(EntityTypeBuilder<CompanyReplica> builder)
    {
        builder.ToTable("company_replica");
        builder.Property(company => company.Id).ValueGeneratedNever();
        builder.Property(company => company.Name).HasMaxLength(200);
        builder.Property(company => company.OkvedMain).HasMaxLength(8);
        builder.Property(company => company.Region).HasMaxLength(2);
        builder.HasIndex(company => company.OwnerIds).HasMethod("gin");
    }
}

/// <summary>Locks of companies.</summary>
public static class CompanyReplicaLocks
{
    /// <summary>
    /// The company, which nobody can change until this transaction ends; null where the caller does not know it.
    /// </summary>
    public static Task<CompanyReplica?> ShareCompanyAsync(this CentreDb db, Guid id, CancellationToken ct) =>
        db.Locked(id).SingleOrDefaultAsync(ct);

    /// <summary>The same of a company that a thing is about, whoever asks.</summary>
    public static Task<CompanyReplica> ShareEveryCompanyAsync(this CentreDb db, Guid id, CancellationToken ct) =>
        db.Locked(id).IgnoreQueryFilters().SingleAsync(ct);

    private static IQueryable<CompanyReplica> Locked(this CentreDb db, Guid id) => db.Set<CompanyReplica>()
        .FromSql($"select * from company_replica where id = {id} for share").AsNoTracking();
}
