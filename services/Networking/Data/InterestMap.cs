namespace Technopark.Networking.Data;

internal sealed class InterestMap : IEntityTypeConfiguration<Interest>
{
    public const string OneOpen = "ux_interests_offer_company";

    public void Configure(EntityTypeBuilder<Interest> builder)
    {
        builder.Property(interest => interest.Message).HasMaxLength(4000);
        builder.Property(interest => interest.Reason).HasMaxLength(1100);
        builder.HasOne<Offer>().WithMany().HasForeignKey(interest => interest.OfferId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CompanyReplica>().WithMany().HasForeignKey(interest => interest.CompanyId)
            .OnDelete(DeleteBehavior.Restrict);

        builder.HasIndex(interest => new { interest.OfferId, interest.CompanyId }).IsUnique().HasDatabaseName(OneOpen)
            .HasFilter($"status in ({string.Join(", ", InterestStates.Open.Select(status => $"'{status}'"))})");
        builder.HasIndex(interest => new { interest.CreatedAt, interest.Id });
        builder.HasIndex(interest => new { interest.OfferId, interest.CreatedAt, interest.Id });
        builder.HasIndex(interest => new { interest.CompanyId, interest.CreatedAt, interest.Id });
        builder.HasIndex(interest => new { interest.OfferCompanyId, interest.CreatedAt, interest.Id });
    }
}
