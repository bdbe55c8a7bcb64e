namespace Technopark.Investment.Data;

internal sealed class RoundMap : IEntityTypeConfiguration<Round>
{
    public void Configure(EntityTypeBuilder<Round> builder)
    {
        builder.Property(round => round.Name).HasMaxLength(200);
        builder.HasOne<Issuer>().WithMany().HasForeignKey(round => round.CompanyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(round => new { round.CreatedAt, round.Id });
        builder.HasIndex(round => new { round.CompanyId, round.CreatedAt, round.Id });
        builder.HasIndex(round => new { round.Status, round.CreatedAt, round.Id });
    }
}
