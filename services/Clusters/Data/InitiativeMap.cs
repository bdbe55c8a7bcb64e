using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Technopark.Clusters.Data;

internal sealed class InitiativeMap : IEntityTypeConfiguration<Initiative>
{
    public void Configure(EntityTypeBuilder<Initiative> builder)
    {
        builder.Property(initiative => initiative.Name).HasMaxLength(200);
        builder.Property(initiative => initiative.Region).HasMaxLength(2);
        builder.Property(initiative => initiative.Coordinator).HasMaxLength(200);
        builder.Property(initiative => initiative.Fte).HasPrecision(7, 2);
        builder.Property(initiative => initiative.Website).HasMaxLength(500);
        builder.Property(initiative => initiative.Strategy).HasMaxLength(20_000);
        builder.Property(initiative => initiative.Reason).HasMaxLength(1000);

        // A change puts another dictionary there, so that a change is a change of the reference.
        var byReference = new ValueComparer<Dictionary<MemberType, int>>(
            (one, other) => ReferenceEquals(one, other), counts => counts.Count, counts => counts);
        builder.Property(initiative => initiative.Committed).HasColumnType("jsonb").HasConversion(
            counts => JsonSerializer.Serialize(counts, ContractJson.Options),
            text => JsonSerializer.Deserialize<Dictionary<MemberType, int>>(text, ContractJson.Options)!,
            byReference);

        builder.HasIndex(initiative => new { initiative.CreatedAt, initiative.Id });
        builder.HasIndex(initiative => new { initiative.Status, initiative.CreatedAt, initiative.Id });
    }
}
