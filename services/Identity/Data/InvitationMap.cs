namespace Technopark.Identity.Data;

internal sealed class InvitationMap : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.Property(invitation => invitation.Mail).HasMaxLength(254);
        builder.Property(invitation => invitation.Roles).HasConversion<int>();
        builder.Property(invitation => invitation.TokenHash).HasMaxLength(64);
        builder.Ignore(invitation => invitation.Allowed).Ignore(invitation => invitation.Inviter);
        builder.HasIndex(invitation => invitation.TokenHash).IsUnique();
        builder.HasIndex(invitation => new { invitation.CreatedAt, invitation.Id });
    }
}

internal sealed class ConsentMap : IEntityTypeConfiguration<Consent>
{
    public void Configure(EntityTypeBuilder<Consent> builder)
    {
        builder.Property(consent => consent.Id).ValueGeneratedNever();
        builder.Property(consent => consent.Kind).HasMaxLength(40);
        builder.Property(consent => consent.TextVersion).HasMaxLength(20);
        builder.HasIndex(consent => consent.PersonId);
    }
}
