namespace Technopark.Identity.Data;

internal sealed class KeptValueMap : IEntityTypeConfiguration<KeptValue>
{
    public void Configure(EntityTypeBuilder<KeptValue> builder)
    {
        builder.ToTable("kept");
        builder.Property(kept => kept.Id).ValueGeneratedNever();
        builder.Property(kept => kept.Name).HasMaxLength(KeptValue.NameAtMost);
        builder.HasOne<Person>().WithMany().HasForeignKey(kept => kept.PersonId);
        builder.HasIndex(kept => new { kept.PersonId, kept.Kind, kept.Name }).IsUnique();
        builder.HasIndex(kept => new { kept.Kind, kept.ChangedAt });
    }
}
