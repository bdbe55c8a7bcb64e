namespace Technopark.Registry.Data;

internal sealed class CompanyMap : IEntityTypeConfiguration<Company>
{
    public const string UniqueInn = "ux_companies_inn";
    public const string UniqueOgrn = "ux_companies_ogrn";

    public void Configure(EntityTypeBuilder<Company> builder)
    {
        builder.Property(company => company.Name).HasMaxLength(200);
        builder.Property(company => company.Inn).HasMaxLength(12);
        builder.Property(company => company.Ogrn).HasMaxLength(15);
        builder.Property(company => company.Kpp).HasMaxLength(9);
        builder.Property(company => company.OkvedMain).HasMaxLength(8);
        builder.Property(company => company.Region).HasMaxLength(2);
        builder.ComplexCollection(company => company.Founders, founder => founder.ToJson());

        // Anybody may claim a number; among those that the registry has confirmed it stands for one company.
        builder.HasIndex(company => company.Inn).IsUnique().HasFilter("verified_at is not null")
            .HasDatabaseName(UniqueInn);
        builder.HasIndex(company => company.Ogrn).IsUnique().HasFilter("verified_at is not null")
            .HasDatabaseName(UniqueOgrn);
        builder.HasIndex(company => company.OwnerIds).HasMethod("gin");
        builder.HasIndex(company => new { company.CreatedAt, company.Id });
        builder.HasIndex(company => new { company.Status, company.CreatedAt, company.Id });
    }
}
