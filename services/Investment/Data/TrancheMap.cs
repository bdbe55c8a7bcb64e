namespace Technopark.Investment.Data;

internal sealed class TrancheMap : IEntityTypeConfiguration<Tranche>
{
    public void Configure(EntityTypeBuilder<Tranche> builder)
    {
        builder.Property(tranche => tranche.FxRate).HasPrecision(19, Roubles.RateDecimals);
        builder.Property(tranche => tranche.FxSource).HasMaxLength(200);
        builder.Property(tranche => tranche.Evidence).HasMaxLength(1000);
        builder.Property(tranche => tranche.Reason).HasMaxLength(1000);
        builder.HasOne<Commitment>().WithMany().HasForeignKey(tranche => tranche.CommitmentId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(tranche => new { tranche.CreatedAt, tranche.Id });
        builder.HasIndex(tranche => new { tranche.CommitmentId, tranche.CreatedAt, tranche.Id });
        builder.HasIndex(tranche => new { tranche.CompanyId, tranche.CreatedAt, tranche.Id });
    }
}
