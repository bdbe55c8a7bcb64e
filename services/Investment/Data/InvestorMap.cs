namespace Technopark.Investment.Data;

internal sealed class InvestorMap : IEntityTypeConfiguration<Investor>
{
    public void Configure(EntityTypeBuilder<Investor> builder)
    {
        builder.Property(investor => investor.Name).HasMaxLength(200);
        builder.HasIndex(investor => new { investor.CreatedAt, investor.Id });
        builder.HasIndex(investor => new { investor.Kind, investor.CreatedAt, investor.Id });
    }
}
