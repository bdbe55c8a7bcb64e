namespace Technopark.Incubation.Data;

internal sealed class CallMap : IEntityTypeConfiguration<Call>
{
    public void Configure(EntityTypeBuilder<Call> builder)
    {
        builder.Property(call => call.Name).HasMaxLength(200);
        builder.HasOne<Programme>().WithMany().HasForeignKey(call => call.ProgrammeId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(call => new { call.CreatedAt, call.Id });
        builder.HasIndex(call => new { call.ProgrammeId, call.CreatedAt, call.Id });
    }
}
