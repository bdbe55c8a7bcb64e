namespace Technopark.Insights.Data;

internal sealed class TrancheMap : IEntityTypeConfiguration<Tranche>
{
    public void Configure(EntityTypeBuilder<Tranche> builder)
    {
        builder.ToTable("tranche").Property(tranche => tranche.Id).ValueGeneratedNever();
        builder.Property(tranche => tranche.Currency).HasMaxLength(3);
        builder.HasIndex(tranche => tranche.CompanyId);
        builder.HasIndex(tranche => new { tranche.PaidOn, tranche.Id });
    }
}
