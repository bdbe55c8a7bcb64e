namespace Technopark.Investment.Data;

internal sealed class IssuerMap : IEntityTypeConfiguration<Issuer>
{
    public void Configure(EntityTypeBuilder<Issuer> builder)
    {
        builder.Property(issuer => issuer.Name).HasMaxLength(200);
        builder.HasIndex(issuer => new { issuer.CreatedAt, issuer.Id });
        builder.HasIndex(issuer => new { issuer.Status, issuer.CreatedAt, issuer.Id });
    }
}
