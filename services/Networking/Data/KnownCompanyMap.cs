using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Technopark.Networking.Domain;

namespace Technopark.Networking.Data;

internal sealed class KnownCompanyMap : IEntityTypeConfiguration<KnownCompany>
{
    public void Configure(EntityTypeBuilder<KnownCompany> builder)
    {
        builder.ToTable("known_companies");
        builder.Property(company => company.Id).ValueGeneratedNever();
        builder.Property(company => company.Name).HasMaxLength(200);
        builder.Property(company => company.OkvedMain).HasMaxLength(8);
        builder.Property(company => company.Region).HasMaxLength(2);
        builder.HasIndex(company => new { company.Status, company.Name, company.Id });
    }
}
