namespace Technopark.Registry.Data;

internal sealed class CorrectionMap : IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.ToTable("corrections");
        builder.Property(correction => correction.Id).ValueGeneratedNever();
        builder.Property(correction => correction.Reason).HasMaxLength(1000);
        builder.ComplexCollection(correction => correction.Fields, field => field.ToJson());
        builder.HasOne<Company>().WithMany().HasForeignKey(correction => correction.CompanyId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(correction => new { correction.CompanyId, correction.CorrectedAt, correction.Id });
    }
}
