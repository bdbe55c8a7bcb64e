namespace Technopark.Insights.Data;

internal sealed class ResidencyMap : IEntityTypeConfiguration<Residency>
{
    public void Configure(EntityTypeBuilder<Residency> builder)
    {
        builder.ToTable("residency").Property(residency => residency.Id).ValueGeneratedNever();
        builder.HasIndex(residency => new { residency.CompanyId, residency.StartedOn });
    }
}
