using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Technopark.ServiceKit.Audit;

/// <summary>
/// One row of the audit: who did what to which thing. Only added to: the database refuses everything else (<see
/// cref="AppendOnlyAudit"/>), so nothing that names a person may get here; ids are all there is of people.
/// </summary>
internal sealed class AuditEntry
{
    /// <summary>UUIDv7 of <see cref="At"/>: the order of the table.</summary>
    public required Guid Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>
    /// Id of a person, name of a service, <c>operator</c> for whoever shows the operations key, <c>anonymous</c>.
    /// </summary>
    public required string Actor { get; init; }

    /// <summary>In which roles they came, with commas between.</summary>
    public string? Roles { get; init; }

    /// <summary>Where the request came from; the one value that can be taken away later.</summary>
    public string? Address { get; init; }

    public string? TraceId { get; init; }

    /// <summary>Name of the endpoint or the page; of the event that was reacted to.</summary>
    public string? Operation { get; init; }

    public string? TargetType { get; init; }

    public Guid? TargetId { get; init; }

    /// <summary><see cref="Outcomes"/>, or what else a service calls it.</summary>
    public required string Outcome { get; init; }

    /// <summary>HTTP status of a refusal.</summary>
    public short? Status { get; init; }

    /// <summary>Code of the problem of a refusal.</summary>
    public string? Code { get; init; }

    /// <summary>JSON of the members that changed, as they were.</summary>
    public string? Before { get; init; }

    /// <summary>JSON of the members that changed, as they are.</summary>
    public string? After { get; init; }
}

/// <summary>What becomes of what somebody does, in every service.</summary>
internal static class Outcomes
{
    public const string Done = "done";
    public const string Refused = "refused";

    /// <summary>Entries that a flood left no room for: <c>after.count</c> says how many.</summary>
    public const string Lost = "lost";
}

internal sealed class AuditEntryMap : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable(AppendOnlyAudit.Table).HasKey(entry => entry.Id);
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Actor).HasMaxLength(100);
        builder.Property(entry => entry.Roles).HasMaxLength(100);
        builder.Property(entry => entry.Address).HasMaxLength(45);
        builder.Property(entry => entry.TraceId).HasMaxLength(64);
        builder.Property(entry => entry.Operation).HasMaxLength(100);
        builder.Property(entry => entry.TargetType).HasMaxLength(60);
        builder.Property(entry => entry.Outcome).HasMaxLength(40);
        builder.Property(entry => entry.Code).HasMaxLength(60);
        builder.Property(entry => entry.Before).HasColumnType("jsonb");
        builder.Property(entry => entry.After).HasColumnType("jsonb");
        builder.HasIndex(entry => new { entry.Actor, entry.Id });
        builder.HasIndex(entry => new { entry.TargetId, entry.Id });
    }
}
