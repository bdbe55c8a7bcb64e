namespace Technopark.Investment.Data;

internal sealed class CommitmentMap : IEntityTypeConfiguration<Commitment>
{
    public void Configure(EntityTypeBuilder<Commitment> builder)
    {
        builder.Property(commitment => commitment.Reason).HasMaxLength(1000);
        builder.HasOne<Round>().WithMany().HasForeignKey(commitment => commitment.RoundId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Investor>().WithMany().HasForeignKey(commitment => commitment.InvestorId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(commitment => new { commitment.CreatedAt, commitment.Id });
        builder.HasIndex(commitment => new { commitment.RoundId, commitment.CreatedAt, commitment.Id });
        builder.HasIndex(commitment => new { commitment.InvestorId, commitment.CreatedAt, commitment.Id });
        builder.HasIndex(commitment => commitment.CompanyId);
        builder.ToTable(
            table => table.HasCheckConstraint("ck_commitments_paid", "paid_amount between 0 and amount_amount"));
    }
}
