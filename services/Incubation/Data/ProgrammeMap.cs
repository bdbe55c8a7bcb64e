namespace Technopark.Incubation.Data;

internal sealed class ProgrammeMap : IEntityTypeConfiguration<Programme>
{
    public void Configure(EntityTypeBuilder<Programme> builder)
    {
        builder.Property(programme => programme.Name).HasMaxLength(200);
        builder.HasIndex(programme => new { programme.CreatedAt, programme.Id });
    }
}
