using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Technopark.Incubation.Data;

internal sealed class ApplicationMap : IEntityTypeConfiguration<Application>
{
    public const string OnePerCall = "ux_applications_company_call";

    public void Configure(EntityTypeBuilder<Application> builder)
    {
        // Written once, so that a change is a change of the reference.
        var byReference = new ValueComparer<Dictionary<string, string>>(
            (one, other) => ReferenceEquals(one, other), answers => answers.Count, answers => answers);
        builder.Property(application => application.Answers).HasColumnType("jsonb").HasConversion(
            answers => JsonSerializer.Serialize(answers, JsonSerializerOptions.Web),
            text => JsonSerializer.Deserialize<Dictionary<string, string>>(text, JsonSerializerOptions.Web)!,
            byReference);
        builder.Property(application => application.OverrideReason).HasMaxLength(1000);
        builder.Property(application => application.Rationale).HasMaxLength(4000);
        builder.Property(application => application.WithdrawalReason).HasMaxLength(1100);

        builder.HasOne<Call>().WithMany().HasForeignKey(application => application.CallId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CompanyReplica>().WithMany().HasForeignKey(application => application.CompanyId)
            .OnDelete(DeleteBehavior.Restrict);

        var counting = ApplicationStates.Open.Append(ApplicationStatus.Accepted).Select(Quoted);

        // An accepted one counts too: who is in does not apply again.
        builder.HasIndex(application => new { application.CompanyId, application.CallId }).IsUnique()
            .HasDatabaseName(OnePerCall).HasFilter($"status in ({string.Join(", ", counting)})");
        builder.HasIndex(application => new { application.CreatedAt, application.Id });
        builder.HasIndex(application => new { application.CallId, application.CreatedAt, application.Id });
        builder.HasIndex(application => new { application.CompanyId, application.CreatedAt, application.Id });
        builder.HasIndex(application => new { application.Status, application.CreatedAt, application.Id });
    }

    private static string Quoted(ApplicationStatus status) => $"'{status}'";
}
