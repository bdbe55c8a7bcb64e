namespace Technopark.Networking.Data;

internal sealed class OfferMap : IEntityTypeConfiguration<Offer>
{
    public void Configure(EntityTypeBuilder<Offer> builder)
    {
        builder.Property(offer => offer.Title).HasMaxLength(200);
        builder.Property(offer => offer.Summary).HasMaxLength(1000);
        builder.Property(offer => offer.Description).HasMaxLength(20_000);
        builder.Property(offer => offer.Reason).HasMaxLength(1100);
        builder.HasOne<CompanyReplica>().WithMany().HasForeignKey(offer => offer.CompanyId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(offer => new { offer.CreatedAt, offer.Id });
        builder.HasIndex(offer => new { offer.Status, offer.CreatedAt, offer.Id });
        builder.HasIndex(offer => new { offer.CompanyId, offer.CreatedAt, offer.Id });
    }
}
