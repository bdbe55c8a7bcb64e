using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Technopark.ServiceKit.Data;

/// <summary>One event that waits for its place in the log, written with the change it tells of.</summary>
/// <param name="Id">Id of the event, the same on the broker and in the feed.</param>
internal sealed record OutboxMessage(
    Guid Id, string Type, Guid Subject, Guid? CompanyId, DateTimeOffset Time, Guid? CorrelationId, Guid? CausationId,
    string? Traceparent, string Data)
{
    /// <summary>Order of insertion. Gaps are normal, and a later one may be committed first.</summary>
    public long Position { get; init; }
}

internal sealed class OutboxMessageMap : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox").HasKey(row => row.Id);
        GivenByDatabase(builder.Property(row => row.Position).UseIdentityAlwaysColumn());
        builder.HasIndex(row => row.Position).HasDatabaseName("ix_outbox_position");
    }

    /// <summary>Neither sent with an INSERT nor read back after it: the writing process does not need it.</summary>
    private static void GivenByDatabase<T>(PropertyBuilder<T> property)
    {
        property.ValueGeneratedNever();
        property.Metadata.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
    }
}
