namespace Technopark.Clusters.Data;

internal sealed class MembershipMap : IEntityTypeConfiguration<Membership>
{
    public const string OnePerCompany = "ux_memberships_initiative_company";
    public const string OnePerName = "ux_memberships_initiative_name";
    public const string OnePerNameKey = "ux_memberships_initiative_name_key";

    private const string NotEnded = "status <> 'Left'";

    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.Property(membership => membership.MemberName).HasMaxLength(200);
        builder.Property(membership => membership.Reason).HasMaxLength(1100);
        builder.HasOne<Initiative>().WithMany().HasForeignKey(membership => membership.InitiativeId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CompanyReplica>().WithMany().HasForeignKey(membership => membership.CompanyId)
            .OnDelete(DeleteBehavior.Restrict);

        // Who has left may come back: that is a membership of its own.
        builder.HasIndex(membership => new { membership.InitiativeId, membership.CompanyId }).IsUnique()
            .HasFilter($"company_id is not null and {NotEnded}").HasDatabaseName(OnePerCompany);
        builder.HasIndex(membership => new { membership.InitiativeId, membership.MemberName }).IsUnique()
            .HasFilter($"company_id is null and {NotEnded}").HasDatabaseName(OnePerName);
        builder.HasIndex(membership => new { membership.InitiativeId, membership.MemberNameKey }).IsUnique()
            .HasFilter($"company_id is null and {NotEnded}").HasDatabaseName(OnePerNameKey);
        builder.HasIndex(membership => new { membership.CreatedAt, membership.Id });
        builder.HasIndex(membership => new { membership.InitiativeId, membership.CreatedAt, membership.Id });
        builder.HasIndex(membership => new { membership.CompanyId, membership.CreatedAt, membership.Id });
    }
}
