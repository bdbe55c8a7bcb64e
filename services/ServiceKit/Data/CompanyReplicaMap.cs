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
    /// <summary>The company, which nobody can change until this transaction ends; null where it is not known.</summary>
    public static Task<CompanyReplica?> ShareCompanyAsync(this CentreDb db, Guid id, CancellationToken ct) =>
        db.Set<CompanyReplica>().FromSql($"select * from company_replica where id = {id} for share")
            .AsNoTracking().SingleOrDefaultAsync(ct);
}
