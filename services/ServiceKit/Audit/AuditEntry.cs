using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Technopark.ServiceKit.Audit;

/// <summary>
/// One row of the audit: who did what to which thing. The database only lets it grow (<see cref="AuditSql"/>),
/// so ids are all there is of people.
/// </summary>
/// <param name="Id">UUIDv7 of the instant: the order of the table.</param>
/// <param name="Actor">Id of a person, name of a service, <c>operator</c> or <c>anonymous</c>.</param>
/// <param name="Outcome"><see cref="Outcomes"/>, or what else a service calls it.</param>
/// <param name="Roles">In which roles they came, with commas between.</param>
/// <param name="Address">Where the request came from; the one value that can be taken away later.</param>
/// <param name="Operation">Name of the endpoint or the page; of the event that was reacted to.</param>
/// <param name="Before">JSON of the members that changed, as they were.</param>
/// <param name="After">JSON of the members that changed, as they are.</param>
[Index(nameof(Actor), nameof(Id)), Index(nameof(TargetId), nameof(Id))]
internal sealed record AuditEntry(
    [property: DatabaseGenerated(DatabaseGeneratedOption.None)] Guid Id,
    DateTimeOffset At,
    [property: MaxLength(100)] string Actor,
    [property: MaxLength(40)] string Outcome,
    [property: MaxLength(100)] string? Roles = null,
    [property: MaxLength(45)] string? Address = null,
    [property: MaxLength(64)] string? TraceId = null,
    [property: MaxLength(100)] string? Operation = null,
    [property: MaxLength(60)] string? TargetType = null,
    Guid? TargetId = null,
    short? Status = null,
    [property: MaxLength(60)] string? Code = null,
    [property: Column(TypeName = "jsonb")] string? Before = null,
    [property: Column(TypeName = "jsonb")] string? After = null);

internal sealed class AuditEntryMap : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder) => builder.ToTable("audit");
}

/// <summary>What becomes of what somebody does, in every service.</summary>
internal static class Outcomes
{
    public const string Done = "done";
    public const string Refused = "refused";

    /// <summary>Entries that a flood left no room for: <c>after.count</c> says how many.</summary>
    public const string Lost = "lost";
}
