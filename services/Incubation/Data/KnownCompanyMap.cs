using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Technopark.Incubation.Domain;

namespace Technopark.Incubation.Data;

internal sealed class KnownCompanyMap : IEntityTypeConfiguration<KnownCompany>
{
    public void Configure(EntityTypeBuilder<KnownCompany> builder)
    {
        builder.ToTable("companies");
        builder.Property(company => company.Id).ValueGeneratedNever();
        builder.Property(company => company.Name).HasMaxLength(200);
        builder.Ignore(company => company.IsGone);
    }
}
