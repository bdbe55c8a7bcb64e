namespace Technopark.Incubation.Data;

internal sealed class ResidencyMap : IEntityTypeConfiguration<Residency>
{
    public const string OnePerApplication = "ux_residencies_application";
    public const string OneRunning = "ux_residencies_running";

    public void Configure(EntityTypeBuilder<Residency> builder)
    {
        builder.Property(residency => residency.EndReason).HasMaxLength(1100);

        builder.HasOne<Application>().WithMany().HasForeignKey(residency => residency.ApplicationId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Programme>().WithMany().HasForeignKey(residency => residency.ProgrammeId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CompanyReplica>().WithMany().HasForeignKey(residency => residency.CompanyId)
            .OnDelete(DeleteBehavior.Restrict);

        builder.HasIndex(residency => residency.ApplicationId).IsUnique().HasDatabaseName(OnePerApplication);
        builder.HasIndex(residency => new { residency.ProgrammeId, residency.CompanyId }).IsUnique()
            .HasDatabaseName(OneRunning)
            .HasFilter($"status in ({string.Join(", ", ResidencyStates.Running.Select(status => $"'{status}'"))})");
        builder.HasIndex(residency => new { residency.CreatedAt, residency.Id });
        builder.HasIndex(residency => new { residency.CompanyId, residency.CreatedAt, residency.Id });
        builder.HasIndex(residency => new { residency.ProgrammeId, residency.CreatedAt, residency.Id });
        builder.HasIndex(residency => new { residency.Status, residency.CreatedAt, residency.Id });
    }
}
